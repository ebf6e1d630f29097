#include "indexer/pipeline/put_aside.hpp"

#include <cstdint>
#include <string>
#include <utility>

#include "indexer/base/error.hpp"

namespace bulletin {
namespace {

[[noreturn]] void throw_cannot(const std::string& attempt, const std::filesystem::path& file) {
  throw Error(ErrorCode::kInternal, "cannot " + attempt + " " + file.string(),
              "see whether the disk is full");
}

}  // namespace

void PutAside::add(const Bulletin& bulletin) {
  if (count_++ == 0) {
    out_.open(file_, std::ios::binary | std::ios::trunc);
  }
  const std::string stored = encode_bulletin(bulletin);
  const std::uint64_t size = stored.size();
  out_.write(reinterpret_cast<const char*>(&size), sizeof(size));
  out_.write(stored.data(), static_cast<std::streamsize>(stored.size()));
  if (!out_) {
    throw_cannot("write", file_);
  }
}

void PutAside::take_all(const std::function<void(const Bulletin&)>& take) {
  if (count_ == 0) {
    return;
  }
  out_.close();
  if (!out_) {
    throw_cannot("write", file_);
  }
  std::ifstream in(file_, std::ios::binary);
  for (; count_ > 0; --count_) {
    std::uint64_t size = 0;
    in.read(reinterpret_cast<char*>(&size), sizeof(size));
    std::string stored(in ? size : 0, '\0');
    in.read(stored.data(), static_cast<std::streamsize>(stored.size()));
    if (!in) {
      throw_cannot("read", file_);
    }
    take(decode_bulletin(stored));
  }
  in.close();
  std::filesystem::remove(file_);
}

}  // namespace bulletin
