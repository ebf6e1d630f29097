// An array that begins as zeros and costs only what is written of it: for tables that many programs
// need and few fill.

#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace bulletin {

/// Elements of which zero bytes are the first value. Large arrays come from the kernel, page by
/// page as they are touched; a vector would touch all at once.
template <typename Element>
class ZeroedArray {
  static_assert(std::is_trivially_copyable_v<Element>);

 public:
  /// Throws `std::bad_alloc`.
  explicit ZeroedArray(std::size_t size)
      : elements_(static_cast<Element*>(std::calloc(size, sizeof(Element)))) {
    if (!elements_) {
      throw std::bad_alloc();
    }
  }

  /// `index` lies below the size.
  [[nodiscard]] Element& operator[](std::size_t index) { return elements_.get()[index]; }
  [[nodiscard]] const Element& operator[](std::size_t index) const {
    return elements_.get()[index];
  }

 private:
  struct Free {
    void operator()(Element* elements) const { std::free(elements); }
  };

  std::unique_ptr<Element, Free> elements_;
};

}  // namespace bulletin
