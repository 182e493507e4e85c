#include "text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "base/error.h"
#include "text/utf8.h"

namespace onrecord::text {
namespace {

struct Label {
  std::string_view name;
  const char* converter;  // as ICU knows it
};

// What a declaration means to browsers. A name that is not here counts as none: ICU knows
// encodings that no page may choose (UTF-7).
constexpr Label kLabels[] = {
    {"euc-kr", "windows-949"},
    {"cp949", "windows-949"},
    {"ms949", "windows-949"},
    {"uhc", "windows-949"},
    {"windows-949", "windows-949"},
    {"x-windows-949", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"ks_c_5601-1989", "windows-949"},
    {"ksc5601", "windows-949"},
    {"ksc_5601", "windows-949"},
    {"korean", "windows-949"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"windows-1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-7", "ISO-8859-7"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-15", "ISO-8859-15"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"windows-31j", "windows-31j"},
    {"euc-jp", "EUC-JP"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"gb2312", "GBK"},
    {"gbk", "GBK"},
    {"gb18030", "gb18030"},
    {"big5", "Big5"},
};

constexpr std::size_t kFewSyllables = 20;  // of Hangul: fewer prove no encoding

const char* converter_of(std::string_view declared) {
  std::string name(declared.substr(0, 40));
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const Label& label : kLabels) {
    if (label.name == name) return label.converter;
  }
  return nullptr;
}

// ICU calls this for each sequence that stands for no character.
void count_fault(const void* count, UConverterToUnicodeArgs* args, const char*, int32_t,
                 UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // reset, close, clone
  ++*const_cast<std::size_t*>(static_cast<const std::size_t*>(count));
  *status = U_ZERO_ERROR;
  static constexpr UChar kReplacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &kReplacement, 1, 0, status);
}

void check(UErrorCode status) {
  if (U_FAILURE(status)) fail(ErrorKind::Internal, std::string("ICU: ") + u_errorName(status));
}

std::string utf8_of(const UChar* units, int32_t count) {
  std::string out(static_cast<std::size_t>(count) * 3, '\0');
  int32_t size = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(out.data(), static_cast<int32_t>(out.size()), &size, units, count, 0xFFFD,
                     nullptr, &status);
  check(status);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

Decoded decode_with(const char* converter_name, std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(converter_name, &status), ucnv_close);
  check(status);
  Decoded out;
  out.encoding = converter_name;
  ucnv_setToUCallBack(converter.get(), count_fault, &out.faults, nullptr, nullptr, &status);
  std::vector<UChar> units(bytes.size() + 16);  // no encoding above has shorter characters
  UChar* to = units.data();
  const char* from = bytes.data();
  ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from,
                 bytes.data() + bytes.size(), nullptr, 1, &status);
  check(status);
  out.text = utf8_of(units.data(), static_cast<int32_t>(to - units.data()));
  return out;
}

// Of text that is nearly all UTF-8: a cut character, a foreign advertisement among it.
Decoded mend_utf8(std::string_view bytes) {
  Decoded out{{}, "UTF-8", 0};
  out.text.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto fault = find_invalid_utf8(bytes);
    out.text += bytes.substr(0, fault.value_or(bytes.size()));
    if (!fault) break;
    append_utf8(out.text, 0xFFFD);
    ++out.faults;
    bytes.remove_prefix(*fault + 1);
  }
  return out;
}

std::size_t count_non_ascii(std::string_view bytes) {
  return static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
}

// One fault in thirty bytes beyond ASCII is noise; more means another encoding.
bool is_mostly_utf8(const Decoded& mended, std::string_view bytes) {
  return mended.faults * 30 <= count_non_ascii(bytes);
}

// Hangul that comes out of CP949 without a fault is no accident: other scripts' bytes fall outside
// its pairs.
bool is_korean_text(const Decoded& decoded) {
  std::size_t syllables = 0, others = 0;
  for (std::size_t at = 0; at < decoded.text.size();) {
    const char32_t c = decode(decoded.text, at);
    is_hangul_syllable(c) ? ++syllables : others += c >= 0x80;
  }
  return decoded.faults * 100 <= syllables && syllables >= kFewSyllables && syllables > 3 * others;
}

Decoded decode_legacy(std::string_view bytes, const char* declared) {
  Decoded korean = decode_with("windows-949", bytes);
  if (is_korean_text(korean)) return korean;
  if (declared == nullptr) return decode_with("windows-1252", bytes);
  Decoded as_declared = decode_with(declared, bytes);
  if (as_declared.faults * 20 <= count_non_ascii(bytes)) return as_declared;
  return decode_with("windows-1252", bytes);
}

}  // namespace

bool is_utf16(std::string_view b) {
  if (b.size() < 4) return false;
  return b.starts_with("\xFF\xFE") || b.starts_with("\xFE\xFF") ||
         (b[0] == '<' && b[1] == '\0' && b[2] != '\0' && b[3] == '\0') ||
         (b[0] == '\0' && b[1] == '<' && b[2] == '\0' && b[3] != '\0');
}

Decoded decode_bytes(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return mend_utf8(bytes.substr(3));
  if (is_utf16(bytes)) {
    const bool marked = (bytes[0] & 0x80) != 0;
    const bool little = marked ? bytes[0] == '\xFF' : bytes[0] == '<';
    return decode_with(little ? "UTF-16LE" : "UTF-16BE", bytes.substr(marked ? 2 : 0));
  }
  const char* converter = converter_of(declared);
  const bool escapes = converter != nullptr && std::string_view(converter) == "ISO-2022-JP";
  if (!escapes) {
    Decoded utf8 = mend_utf8(bytes);
    if (is_mostly_utf8(utf8, bytes)) return utf8;
  }
  return escapes ? decode_with(converter, bytes) : decode_legacy(bytes, converter);
}

}  // namespace onrecord::text
