#include "searcher/web/result_stream.hpp"

#include <utility>

namespace bulletin {
namespace {

constexpr std::size_t kPart = 200;  // Hits held at once.

class ResultStream {
 public:
  ResultStream(SearcherPool& searchers, OpenedResult result, std::unique_ptr<ResultWriter> writer)
      : searchers_(searchers), result_(std::move(result)), writer_(std::move(writer)) {}

  std::optional<std::string> next() {
    if (is_done_) {
      return std::nullopt;
    }
    std::string part = next_ == 0 ? writer_->head(result_.head) : std::string();
    const std::vector<Hit> hits = next_ == 0 ? std::exchange(result_.first, {})
                                             : searchers_.lend()->read_hits(result_, next_, kPart);
    for (const Hit& hit : hits) {
      part += writer_->hit(hit);
    }
    next_ += kPart;
    is_done_ = next_ >= result_.places.size();
    return is_done_ ? part + writer_->tail(result_.head) : part;
  }

 private:
  SearcherPool& searchers_;
  OpenedResult result_;
  std::unique_ptr<ResultWriter> writer_;
  std::size_t next_ = 0;
  bool is_done_ = false;
};

}  // namespace

std::string written(ResultWriter& writer, SearchResult result) {
  const std::vector<Hit> hits = std::exchange(result.hits, {});
  std::string text = writer.head(result);
  for (const Hit& hit : hits) {
    text += writer.hit(hit);
  }
  return text + writer.tail(result);
}

WebBodySource stream_of(SearcherPool& searchers, const SearchRequest& request,
                        const Deadline& deadline, std::unique_ptr<ResultWriter> writer) {
  // Shared, since std::function wants what it holds to be copied.
  const auto stream = std::make_shared<ResultStream>(
      searchers, searchers.lend()->open(request, deadline, kPart), std::move(writer));
  return [stream] { return stream->next(); };
}

}  // namespace bulletin
