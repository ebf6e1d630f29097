// Compression of answers as gzip.

#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace bulletin {

/// Compresses a body that comes in parts. 260 KB while it lasts.
class GzipStream {
 public:
  GzipStream();
  ~GzipStream();
  GzipStream(GzipStream&&) noexcept;
  GzipStream& operator=(GzipStream&&) = delete;
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  /// Takes the next part and returns what is ready to be sent, often nothing.
  [[nodiscard]] std::string add(std::string_view part);

  /// Returns the rest. Nothing may be added afterwards.
  [[nodiscard]] std::string finish();

 private:
  struct State;

  [[nodiscard]] std::string deflated(std::string_view part, int flush);

  std::unique_ptr<State> state_;
};

/// Returns `bytes` as gzip. About 60 MB/s.
[[nodiscard]] std::string gzip(std::string_view bytes);

}  // namespace bulletin
