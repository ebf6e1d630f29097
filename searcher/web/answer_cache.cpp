#include "searcher/web/answer_cache.hpp"

#include <algorithm>
#include <utility>

#include "searcher/web/gzip.hpp"
#include "searcher/web/reply.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kLargestShare = 8;
// List and map nodes, the answer's other strings: measured 0.4 KB, taken generously.
constexpr std::size_t kBytesBeside = 512;

// A length before each part: no two requests run into the same key.
void append_part(std::string& key, std::string_view part) {
  key += std::to_string(part.size());
  key += ':';
  key += part;
}

std::string key_of(const WebRequest& request, std::string_view state) {
  WebParameters parameters = request.parameters;
  std::ranges::stable_sort(parameters, {}, &WebParameters::value_type::first);
  std::string key;
  for (const std::string_view part :
       {state, std::string_view(request.path), std::string_view(request.accept_language),
        std::string_view(request.cookie), std::string_view(request.client_origin),
        std::string_view(request.origin)}) {
    append_part(key, part);
  }
  for (const auto& [name, value] : parameters) {
    append_part(key, name);
    append_part(key, value);
  }
  return key;
}

bool may_be_kept(const WebResponse& response) {
  return response.status == 200 && !response.source && response.set_cookie.empty() &&
         response.cache_control.find("no-store") == std::string::npos;
}

}  // namespace

std::shared_ptr<const WebResponse> AnswerCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    ++counts_.misses;
    return nullptr;
  }
  ++counts_.hits;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->response;
}

void AnswerCache::keep(const std::string& key, WebResponse response) {
  const std::size_t bytes =
      key.size() + response.body.size() + response.gzip_body.size() + kBytesBeside;
  if (bytes > capacity_ / kLargestShare) {
    return;
  }
  auto kept = std::make_shared<const WebResponse>(std::move(response));
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) {
    return;  // Two asked at once; both answers are the same.
  }
  entries_.push_front({key, std::move(kept), bytes});
  by_key_.emplace(entries_.front().key, entries_.begin());
  counts_.bytes += bytes;
  while (counts_.bytes > capacity_) {
    drop_last();
  }
}

void AnswerCache::drop_last() {
  const Entry& last = entries_.back();
  counts_.bytes -= last.bytes;
  by_key_.erase(last.key);
  entries_.pop_back();
}

AnswerCache::Counts AnswerCache::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

WebHandler cached(WebHandler handler, AnswerCache& cache, StateName state) {
  return
      [handler = std::move(handler), &cache, state = std::move(state)](const WebRequest& request) {
        // Asked before the answer is made: one that came a moment later only is made once more.
        const std::optional<std::string> name = state();
        if (!name) {
          return handler(request);
        }
        const std::string key = key_of(request, *name);
        if (const auto kept = cache.find(key)) {
          return *kept;
        }
        WebResponse response = handler(request);
        if (request.method == WebMethod::kGet && may_be_kept(response)) {
          if (response.gzip_body.empty() && is_worth_compressing(response)) {
            response.gzip_body = gzip(response.body);
          }
          cache.keep(key, response);
        }
        return response;
      };
}

}  // namespace bulletin
