#include "base/digest.h"

#include <openssl/sha.h>

#include <array>

namespace onrecord {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  static const char* kHex = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (unsigned char byte : digest) {
    hex += kHex[byte >> 4];
    hex += kHex[byte & 15];
  }
  return hex;
}

std::string uid_of(std::string_view original_bytes) {
  return sha256_hex(original_bytes).substr(0, 16);
}

}  // namespace onrecord
