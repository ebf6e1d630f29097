// Answers that say no: JSON for programs, a plain sentence for people.

#pragma once

#include <string>
#include <string_view>

#include "searcher/web/http.hpp"

namespace bulletin {

/// Why a request is not answered.
struct Refusal {
  unsigned status = 400;
  std::string_view code;     ///< Stable, lower case: `not_found`.
  std::string_view message;  ///< `cannot read the request: ...`.
  std::string_view hint;     ///< The next step, or empty.
};

/// What an address that is too long is told, wherever that is found out.
inline constexpr Refusal kAddressTooLong{
    414, "address_too_long", "cannot read the address: it is too long",
    "an address may have 32,768 bytes, which is enough for a query of 8,192: shorten the query, or "
    "give fewer limits"};

/// Returns the standard phrase of a status, `Not Found`.
[[nodiscard]] std::string_view phrase_of(unsigned status);

/// Returns `{"code", "message", "hint"}` for a path that Api::answers(), else the sentence as plain
/// text. It is never kept by a cache.
[[nodiscard]] WebResponse refuse(const Refusal& refusal, std::string_view path);

}  // namespace bulletin
