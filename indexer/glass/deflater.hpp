// Compresses as zlib does, without a head (raw deflate), which is what a glass table holds.

#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace bulletin {

/// One for a thread: some .7 MB of tables, to be kept.
class Deflater {
 public:
  Deflater();

  /// Returns the bytes compressed, or nothing where that would not make them fewer. Valid until the
  /// next call. 10 to 13 us a kilobyte.
  [[nodiscard]] std::string_view deflated(std::string_view bytes);

 private:
  std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor_;
  std::string room_;
};

}  // namespace bulletin
