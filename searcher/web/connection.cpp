#include "searcher/web/connection.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include "searcher/web/refusal.hpp"

namespace bulletin {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using std::chrono::steady_clock;

namespace {

// Error codes as values: a client that goes away is no exception.
constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t kSlice = 64 << 10;  // Bytes that `write_time` is for.
constexpr std::size_t kFirstRead = 4096;
// The body is read in here behind the head, and the next request may stand there already.
constexpr std::size_t kBufferBeyondHeader = 8192;

using Parser = http::request_parser<http::string_body>;

std::string joined_fields(const http::fields& fields, http::field name, std::string_view between) {
  std::string joined;
  const auto [begin, end] = fields.equal_range(name);
  for (auto field = begin; field != end; ++field) {
    if (!joined.empty()) {
      joined += between;
    }
    joined.append(field->value().data(), field->value().size());
  }
  return joined;
}

RequestHead head_of(const http::request<http::string_body>& request) {
  const auto text = [](boost::beast::string_view view) {
    return std::string(view.data(), view.size());
  };
  RequestHead head{.method = text(request.method_string()),
                   .target = text(request.target()),
                   .version = request.version(),
                   .accept_encoding = joined_fields(request, http::field::accept_encoding, ","),
                   .accept_language = joined_fields(request, http::field::accept_language, ","),
                   .authorization = joined_fields(request, http::field::authorization, ","),
                   .content_length = joined_fields(request, http::field::content_length, ","),
                   .cookie = joined_fields(request, http::field::cookie, "; "),
                   .expect = joined_fields(request, http::field::expect, ","),
                   .if_none_match = joined_fields(request, http::field::if_none_match, ","),
                   .origin = joined_fields(request, http::field::origin, ","),
                   .transfer_encoding = joined_fields(request, http::field::transfer_encoding, ","),
                   .keep_alive = request.keep_alive()};
  const auto [begin, end] = request.equal_range(http::field::host);
  for (auto field = begin; field != end; ++field) {
    head.hosts.push_back(text(field->value()));
  }
  return head;
}

bool is_mapped_v4(const asio::ip::address& address) {
  return address.is_v6() && address.to_v6().is_v4_mapped();
}

asio::ip::address plain_address(const asio::ip::tcp::endpoint& endpoint) {
  const asio::ip::address address = endpoint.address();
  return is_mapped_v4(address) ? asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6())
                               : address;
}

// Why a request could not be read; nothing where the client has gone and no answer is wanted.
std::optional<Refusal> refusal_for(error_code error, bool has_request_line) {
  if (error == http::error::end_of_stream || error == http::error::partial_message ||
      error.category() != make_error_code(http::error::bad_method).category()) {
    return std::nullopt;
  }
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return has_request_line
               ? Refusal{431, "header_too_large", "cannot read the request: its header is too long",
                         "send fewer or shorter fields: cookies, most often"}
               : kAddressTooLong;
  }
  if (error == http::error::body_limit) {
    return Refusal{413, "body_too_large", "cannot read the request: no body is wanted", ""};
  }
  if (error == http::error::bad_version) {
    return Refusal{505, "version_unknown", "cannot read the request: this is no HTTP/1.1", ""};
  }
  return Refusal{400, "bad_request", "cannot read the request: it is badly formed", ""};
}

constexpr Refusal kTooSlow{408, "request_timeout", "cannot wait longer for the request", ""};
constexpr Refusal kTooBusy{503, "busy", "cannot answer now: too many requests are waiting",
                           "try again in a second"};
constexpr Refusal kNoAnswerInTime{503, "out_of_time", "cannot answer in time",
                                  "try again, or ask for less"};

WebResponse try_again(const Refusal& refusal, std::string_view path) {
  WebResponse response = refuse(refusal, path);
  response.fields.emplace_back("Retry-After", "1");
  return response;
}

}  // namespace

// A request on its way and what has been said of it.
struct Connection::Exchange {
  Parser parser;
  RequestHead head;
  std::chrono::system_clock::time_point time = std::chrono::system_clock::now();
  steady_clock::time_point begin = steady_clock::now();
  std::optional<WebResponse> refusal;  // The answer, where the request was not even checked.
  bool ends_connection = false;        // What follows on the connection cannot be told apart.
  std::size_t sent_bytes = 0;
};

// Work given to a worker; shared, since the connection may give up on it before it is done.
template <typename Result>
struct Connection::Errand {
  explicit Errand(asio::io_context& io) : wake(io, steady_clock::time_point::max()) {}
  asio::steady_timer wake;
  std::optional<Result> result;
  bool is_done = false;
};

Connection::Connection(asio::ip::tcp::socket socket, ServerContext& context)
    : socket_(std::move(socket)),
      context_(context),
      buffer_(context.limits.header_bytes + kBufferBeyondHeader) {
  error_code ignored;
  client_ = plain_address(socket_.remote_endpoint(ignored));
  client_name_ = client_.to_string();
  local_name_ = plain_address(socket_.local_endpoint(ignored)).to_string();
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  since_ = steady_clock::now();
  give_time(context.limits.request_time);
}

void Connection::give_time(std::chrono::milliseconds time) {
  expiry_ = steady_clock::now() + time;
  is_expired_ = is_ended_;
}

void Connection::interrupt() {
  is_expired_ = true;
  error_code ignored;
  socket_.cancel(ignored);
  if (worker_wake_ != nullptr) {
    worker_wake_->cancel();
  }
}

void Connection::watch(steady_clock::time_point now) {
  if (now >= expiry_ || is_ended_) {
    interrupt();
  }
}

void Connection::end_if_waiting() {
  if (is_waiting_) {
    end();
  }
}

void Connection::end() {
  is_ended_ = true;
  interrupt();
}

void Connection::turn_away() {
  const Reply reply = make_reply(try_again(kTooBusy, ""), RequestHead{.keep_alive = false}, false);
  error_code ignored;
  socket_.non_blocking(true, ignored);
  const std::string bytes = reply.head + reply.body;
  socket_.send(asio::buffer(bytes), 0, ignored);  // Fits in any socket buffer, or is lost.
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  socket_.close(ignored);
}

asio::awaitable<void> Connection::converse() {
  bool goes_on = true;
  for (std::size_t number = 1; goes_on; ++number) {
    goes_on = co_await wait_for_request();
    if (goes_on) {
      goes_on = co_await answer_one(number);
    }
    // Between two requests it may be ended at any time; the next one may wait in the buffer.
    is_waiting_ = true;
    since_ = steady_clock::now();
    if (goes_on) {
      give_time(context_.limits.idle_time);
    }
  }
  co_await say_goodbye();
}

asio::awaitable<bool> Connection::wait_for_request() {
  if (buffer_.size() > 0) {
    co_return !context_.is_stopping;
  }
  const auto space = buffer_.prepare(kFirstRead);
  const auto [error, size] = co_await socket_.async_read_some(space, kAsTuple);
  if (error) {
    co_return false;
  }
  buffer_.commit(size);
  co_return !is_ended_;
}

asio::awaitable<bool> Connection::answer_one(std::size_t number) {
  Exchange exchange;
  give_time(context_.limits.request_time);
  since_ = exchange.begin;
  if (!co_await read_request(exchange)) {
    co_return false;
  }
  is_waiting_ = false;
  const bool is_last = number >= context_.limits.requests_of_connection || context_.is_stopping ||
                       exchange.ends_connection;
  exchange.head.keep_alive = exchange.head.keep_alive && !is_last;

  Reply reply;
  if (exchange.refusal) {
    reply = make_reply(*std::move(exchange.refusal), exchange.head, false);
  } else {
    auto checked = context_.check.check(exchange.head, local_name_);
    if (auto* refused = std::get_if<WebResponse>(&checked)) {
      // Behind a request that is refused for its form anything may follow.
      exchange.head.keep_alive = exchange.head.keep_alive && refused->status < 400;
      reply = make_reply(std::move(*refused), exchange.head, context_.check.gate().is_closed());
    } else {
      reply = co_await make_answer(exchange, std::get<WebRequest>(std::move(checked)));
    }
  }
  const bool is_sent = co_await send(exchange, reply);
  record(exchange, reply.status);
  co_return is_sent&& reply.keep_alive && !context_.is_stopping;
}

// Reads head and body; false where no answer is wanted.
asio::awaitable<bool> Connection::read_request(Exchange& exchange) {
  Parser& parser = exchange.parser;
  parser.header_limit(static_cast<std::uint32_t>(context_.limits.header_bytes));
  parser.body_limit(context_.limits.body_bytes);
  auto [error, size] = co_await http::async_read_header(socket_, buffer_, parser, kAsTuple);
  exchange.head = head_of(parser.get());
  if (!error && !parser.is_done()) {
    // A body that is refused, and one that says wait for me, is not waited for.
    const auto checked = context_.check.check(exchange.head, local_name_);
    if (std::holds_alternative<WebResponse>(checked)) {
      exchange.ends_connection = true;
      co_return true;
    }
    if (!exchange.head.expect.empty()) {
      co_await write(exchange, "HTTP/1.1 100 Continue\r\n\r\n", "");
      give_time(context_.limits.request_time);
    }
    auto [body_error, body_size] = co_await http::async_read(socket_, buffer_, parser, kAsTuple);
    error = body_error;
  }
  if (!error) {
    co_return true;
  }
  exchange.ends_connection = true;
  exchange.head.version = 11;
  const bool is_too_slow = error == asio::error::operation_aborted && !is_ended_;
  const auto refusal =
      is_too_slow ? std::optional(kTooSlow) : refusal_for(error, !exchange.head.target.empty());
  if (refusal) {
    exchange.refusal = refuse(*refusal, path_part(exchange.head.target));
  }
  co_return refusal.has_value();
}

// Runs `work` on a worker and returns what it returns; nothing when the time of the connection is
// up before. The worker then finishes for itself.
template <typename Work>
auto Connection::on_worker(Work work) -> asio::awaitable<std::optional<decltype(work())>> {
  const auto errand = std::make_shared<Errand<decltype(work())>>(context_.io);
  ServerMetrics& metrics = context_.metrics;
  ++metrics.waiting;
  asio::post(context_.workers,
             [errand, &metrics, &io = context_.io, work = std::move(work)]() mutable {
               --metrics.waiting;
               ++metrics.running;
               auto result = work();
               --metrics.running;
               asio::post(io, [errand = std::move(errand), result = std::move(result)]() mutable {
                 errand->result = std::move(result);
                 errand->is_done = true;
                 errand->wake.cancel();
               });
             });
  worker_wake_ = &errand->wake;
  while (!errand->is_done && !is_expired_) {
    co_await errand->wake.async_wait(kAsTuple);
  }
  worker_wake_ = nullptr;
  co_return std::move(errand->result);
}

asio::awaitable<Reply> Connection::make_answer(Exchange& exchange, WebRequest request) {
  const std::string path = request.path;
  const ServerLimits& limits = context_.limits;
  const bool is_private = context_.check.gate().is_closed();
  if (context_.metrics.waiting >= limits.waiting_requests) {
    ++context_.metrics.shed;
    co_return make_reply(try_again(kTooBusy, path), exchange.head, is_private);
  }
  give_time(limits.answer_time);
  auto answer = [request = std::move(request), head = exchange.head, expiry = expiry_,
                 search_time = limits.search_time, handler = &context_.handler, log = &context_.log,
                 is_stopping = &context_.is_stopping, is_private]() mutable {
    if (steady_clock::now() >= expiry) {  // Nobody waits for it any more.
      return make_reply(try_again(kNoAnswerInTime, request.path), head, is_private);
    }
    request.deadline = std::min(expiry, steady_clock::now() + search_time);
    try {
      WebResponse response = (*handler)(request);
      head.keep_alive = head.keep_alive && !*is_stopping;
      return make_reply(std::move(response), head, is_private);
    } catch (const std::exception& error) {
      log->complain("cannot answer " + request.path + ": " + error.what());
      return make_reply(
          refuse({500, "internal", "cannot answer: something went wrong here", ""}, request.path),
          head, is_private);
    }
  };
  std::optional<Reply> reply = co_await on_worker(std::move(answer));
  if (!reply) {
    ++context_.metrics.shed;
    reply = make_reply(try_again(kNoAnswerInTime, path), exchange.head, is_private);
  }
  co_return *std::move(reply);
}

asio::awaitable<bool> Connection::send(Exchange& exchange, Reply& reply) {
  bool is_sent = co_await write(exchange, std::move(reply.head), std::move(reply.body));
  while (is_sent && reply.rest) {
    give_time(context_.limits.answer_time);
    auto pull = [rest = std::move(reply.rest), log = &context_.log]() mutable {
      std::optional<std::string> part;
      bool is_cut = false;
      try {
        part = rest();
      } catch (const std::exception& error) {
        log->complain(std::string("cannot go on with an answer: ") + error.what());
        is_cut = true;
      }
      return std::tuple(std::move(rest), std::move(part), is_cut);
    };
    auto pulled = co_await on_worker(std::move(pull));
    if (!pulled || std::get<bool>(*pulled)) {
      co_return false;  // The end mark is missing: the client sees that it is not whole.
    }
    auto& [rest, part, is_cut] = *pulled;
    if (part) {
      reply.rest = std::move(rest);
      is_sent = co_await write(exchange, "", *std::move(part));
    } else {
      reply.rest = nullptr;
    }
  }
  co_return is_sent;
}

// Writes both, a slice at a time; false when the client does not take them in time.
asio::awaitable<bool> Connection::write(Exchange& exchange, std::string head, std::string body) {
  std::size_t at = 0;
  do {
    give_time(context_.limits.write_time);
    const std::size_t size = std::min(kSlice, body.size() - at);
    const std::array<asio::const_buffer, 2> buffers{asio::buffer(head),
                                                    asio::buffer(body.data() + at, size)};
    const auto [error, sent] = co_await asio::async_write(socket_, buffers, kAsTuple);
    exchange.sent_bytes += sent;
    if (error) {
      co_return false;
    }
    head.clear();
    at += size;
  } while (at < body.size());
  co_return true;
}

// A socket closed while bytes of the client lie unread sends a reset, which may overtake the
// answer.
asio::awaitable<void> Connection::say_goodbye() {
  constexpr std::chrono::seconds kLongest(2);
  constexpr std::size_t kMostBytes = 1 << 20;
  error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  give_time(kLongest);
  std::size_t drained = 0;
  bool is_open = !ignored && !is_ended_;
  std::array<char, 4096> bytes{};
  while (is_open && drained < kMostBytes) {
    const auto [error, size] = co_await socket_.async_read_some(asio::buffer(bytes), kAsTuple);
    drained += size;
    is_open = !error && !is_expired_;
  }
  socket_.close(ignored);
}

void Connection::record(const Exchange& exchange, unsigned status) {
  const auto duration =
      std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - exchange.begin);
  const RequestHead& head = exchange.head;
  context_.metrics.count_request(route_of(path_part(head.target)), status, duration,
                                 exchange.sent_bytes);
  context_.log.add({.time = exchange.time,
                    .client = client_name_,
                    .method = head.method,
                    .target = head.target,
                    .status = status,
                    .bytes = exchange.sent_bytes,
                    .duration = duration});
}

}  // namespace bulletin
