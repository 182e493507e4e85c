#include "ingest/walk.h"

#include <algorithm>
#include <filesystem>

namespace onrecord::ingest {
namespace {

namespace fs = std::filesystem;

bool is_within(const fs::path& inner, const fs::path& outer) {
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

Error unreadable(const std::error_code& code, const std::string& path) {
  const bool forbidden = code == std::errc::permission_denied;
  return {ErrorKind::Unreadable,
          forbidden ? "no permission to read it" : "cannot be read: " + code.message(), path};
}

std::string last_part(const std::string& path) {
  fs::path name = fs::path(path).lexically_normal();
  if (name.filename().empty()) name = name.parent_path();
  const std::string last = name.filename().string();
  return last.empty() ? path : last;
}

// The walk below one folder of the command line.
class FolderWalk {
 public:
  FolderWalk(const Walk& walk, const std::string& root) : walk_(walk), root_(root) {
    std::error_code ignored;
    real_root_ = fs::canonical(root, ignored);
  }

  bool run() { return visit(root_, ""); }

 private:
  // Entries by name; nothing where the folder cannot be opened (reported).
  bool visit(const fs::path& folder, const std::string& shown) {
    std::error_code code;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
      if (at->path().filename().string().front() != '.') entries.push_back(*at);
    }
    if (code && !walk_.problem({folder.string(), shown.empty() ? last_part(root_) : shown},
                               unreadable(code, folder.string()))) {
      return false;
    }
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
    return std::all_of(entries.begin(), entries.end(), [&](const fs::directory_entry& entry) {
      const std::string name = entry.path().filename().string();
      return visit_entry(entry, shown.empty() ? name : shown + "/" + name);
    });
  }

  bool visit_entry(const fs::directory_entry& entry, const std::string& shown) {
    std::error_code code;
    const fs::file_status status = entry.status(code);
    const FoundFile found{entry.path().string(), shown};
    if (status.type() == fs::file_type::not_found) {
      return walk_.problem(found, {ErrorKind::NotFound, "is a link to nothing", found.path});
    }
    if (code && status.type() == fs::file_type::none) {
      return entry.is_symlink(code) ||
             walk_.problem(found, unreadable(code, found.path));  // a link to itself
    }
    if (fs::is_regular_file(status)) return walk_.file(found);
    if (!fs::is_directory(status)) return true;
    return entry.is_symlink(code) ? visit_link(entry, shown) : visit(entry.path(), shown);
  }

  bool visit_link(const fs::directory_entry& entry, const std::string& shown) {
    std::error_code code;
    const fs::path target = fs::canonical(entry.path(), code);
    if (code || is_within(target, real_root_) || is_within(real_root_, target)) return true;
    const auto known = std::find_if(linked_.begin(), linked_.end(), [&](const fs::path& other) {
      return is_within(target, other) || is_within(other, target);
    });
    if (known != linked_.end()) return true;  // links that lead round through each other
    linked_.push_back(target);
    const bool more = visit(entry.path(), shown);
    linked_.pop_back();
    return more;
  }

  const Walk& walk_;
  const std::string root_;
  fs::path real_root_;
  std::vector<fs::path> linked_;  // real folders of the links that the walk is inside of
};

bool visit_given(const std::string& path, const Walk& walk) {
  if (path == "-") return walk.file({"-", "-"});
  std::error_code code;
  const fs::file_status status = fs::status(path, code);
  const FoundFile found{path, last_part(path)};
  if (status.type() == fs::file_type::not_found) {
    return walk.problem(found, {ErrorKind::NotFound, "no such file or folder", path});
  }
  if (code) return walk.problem(found, unreadable(code, path));
  return fs::is_directory(status) ? FolderWalk(walk, path).run() : walk.file(found);
}

}  // namespace

void walk(const std::vector<std::string>& paths, const Walk& walk) {
  for (const std::string& path : paths) {
    if (!visit_given(path, walk)) return;
  }
}

}  // namespace onrecord::ingest
