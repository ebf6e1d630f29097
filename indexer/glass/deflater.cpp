#include "indexer/glass/deflater.hpp"

#include <new>

#include <libdeflate.h>

namespace bulletin {
namespace {

constexpr int kLevel = 6;  // More makes term lists and items no smaller.

}  // namespace

Deflater::Deflater()
    : compressor_(libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor) {
  if (!compressor_) {
    throw std::bad_alloc();
  }
}

std::string_view Deflater::deflated(std::string_view bytes) {
  if (bytes.empty()) {
    return {};
  }
  room_.resize(bytes.size() - 1);
  const std::size_t size = libdeflate_deflate_compress(compressor_.get(), bytes.data(),
                                                       bytes.size(), room_.data(), room_.size());
  return std::string_view(room_).substr(0, size);
}

}  // namespace bulletin
