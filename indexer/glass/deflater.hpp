// Compresses as zlib does, without a head (raw deflate), which is what a glass table holds, and
// back.

#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;
struct libdeflate_decompressor;

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

/// One for a thread.
class Inflater {
 public:
  Inflater();

  /// Returns what became such bytes, or nothing of damaged ones. Valid until the next call.
  [[nodiscard]] std::string_view inflated(std::string_view bytes);

 private:
  std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor_;
  std::string room_;
};

}  // namespace bulletin
