// The one normalisation at the door: NFC, \n line ends, no BOM (docs/adr/0002). By ICU.
#pragma once

#include <string>
#include <string_view>

namespace onrecord::text {

// Input: valid UTF-8. Output: NFC, \r\n and \r as \n, a leading U+FEFF dropped; nothing else
// changes.
std::string normalize(std::string_view utf8);

// NFC alone: for words of a question.
std::string nfc(std::string_view utf8);

// For comparing names and search words: NFKC case folding.
std::string fold(std::string_view utf8);

}  // namespace onrecord::text
