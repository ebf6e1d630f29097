#include "indexer/ingest/byte_stream.hpp"

#include <algorithm>
#include <stdexcept>

namespace bulletin {
namespace {

constexpr std::size_t kChunk = 64U << 10U;

}  // namespace

ByteStream ByteStream::of(std::string_view bytes) {
  return ByteStream([bytes](std::span<char> buffer) mutable {
    const std::size_t count = bytes.copy(buffer.data(), buffer.size());
    bytes.remove_prefix(count);
    return count;
  });
}

bool ByteStream::refill() {
  if (ended_) {
    return false;
  }
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kChunk);
  std::size_t count = 0;
  try {
    count = fill_(std::span(buffer_).subspan(kept));
  } catch (const std::runtime_error& error) {
    error_ = error.what();
  }
  buffer_.resize(kept + count);
  ended_ = count == 0;
  return !ended_;
}

std::string_view ByteStream::peek(std::size_t count) {
  while (waiting().size() < count && refill()) {
  }
  return waiting().substr(0, count);
}

void ByteStream::skip(std::size_t count) {
  while (count > 0 && !peek(1).empty()) {
    const std::size_t step = std::min(count, waiting().size());
    begin_ += step;
    count -= step;
  }
}

LineState ByteStream::next_line(std::string& line, std::size_t max_bytes) {
  line.clear();
  if (at_end()) {
    return LineState::kEnd;
  }
  bool too_long = false;
  while (!at_end()) {
    const std::size_t end = waiting().find('\n');
    const std::string_view part = waiting().substr(0, end);
    too_long = too_long || line.size() + part.size() > max_bytes;
    if (!too_long) {
      line += part;
    }
    begin_ += part.size();
    if (end != std::string_view::npos) {
      ++begin_;
      break;
    }
  }
  return too_long ? LineState::kTooLong : LineState::kRead;
}

std::string ByteStream::take(std::size_t count) {
  std::string taken;
  while (taken.size() < count && !at_end()) {
    const std::string_view part = waiting().substr(0, count - taken.size());
    taken += part;
    begin_ += part.size();
  }
  return taken;
}

std::optional<std::string> ByteStream::take_all(std::size_t max_bytes) {
  std::string all = take(max_bytes);
  return at_end() ? std::optional(std::move(all)) : std::nullopt;
}

}  // namespace bulletin
