// Any bytes under any file name that chooses a reader: a reader ends in documents or errors, the
// text of a document is valid UTF-8, its blocks are slices in order, and the bytes kept are those
// given.
#include <sys/mman.h>
#include <unistd.h>

#include "formats/document_builder.h"
#include "formats/reader.h"
#include "target.h"
#include "text/utf8.h"

namespace {

// A file in memory whose name carries the extension, so that the registry sees what a user's file
// would show it.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("fuzz", 0)) {
    if (descriptor_ < 0 ||
        write(descriptor_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
      onrecord::fuzz::broken("no memory file");
  }
  ~MemoryFile() { close(descriptor_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

void check(const onrecord::Document& d) {
  using namespace onrecord;
  fuzz::require(!text::find_invalid_utf8(d.text), "a text is valid UTF-8");
  std::uint32_t at = 0;
  for (const Block& b : d.blocks) {
    fuzz::require(b.span.start >= at && b.span.end <= d.text.size() && !b.span.empty(),
                  "blocks are in order, inside the text and not empty");
    at = b.span.end;
  }
  fuzz::require(d.uid.size() == 16, "a document has a name for good");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace onrecord;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const MemoryFile file(bytes);
  formats::read_file(file.path(), "fuzz", [&](formats::Item item) {
    if (!item.document) {
      fuzz::require(!item.document.error().message.empty(), "an error says what is wrong");
      return true;
    }
    fuzz::require(bytes.find(item.document->original) != std::string_view::npos,
                  "an original is what stood in the input");
    check(formats::build_document(std::move(*item.document), {}));
    return true;
  });
  return 0;
}
