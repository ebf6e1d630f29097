// What one client, and all of them together, may take from the server. Every limit is on.

#pragma once

#include <chrono>
#include <cstddef>

namespace bulletin {

/// Sizes, counts and times. The defaults suit people and programs that mean well.
struct ServerLimits {
  std::size_t header_bytes = 40960;  ///< Request line and header fields.
  /// Of the request line; longer ones are answered 414. A query as long as one may be fits, with
  /// every byte encoded as three.
  std::size_t target_bytes = 32768;
  std::size_t body_bytes = 4096;          ///< Read and thrown away: nothing here takes a body.
  std::size_t connections = 1024;         ///< Open at once.
  std::size_t connections_of_client = 0;  ///< Of one address; 0 for no such limit.
  std::size_t requests_of_connection = 10000;
  std::size_t waiting_requests = 256;  ///< For a worker; one more is answered 503.

  std::chrono::milliseconds request_time{10000};  ///< From the first byte of a request to its last.
  std::chrono::milliseconds answer_time{15000};   ///< From there to the first byte of its answer.
  std::chrono::milliseconds search_time{2000};    ///< Of it, `WebRequest::deadline`.
  std::chrono::milliseconds idle_time{30000};     ///< Between two requests.
  std::chrono::milliseconds write_time{20000};    ///< For each 64 KiB that a client has to take.
  std::chrono::milliseconds drain_time{10000};    ///< For running requests, once told to stop.
};

}  // namespace bulletin
