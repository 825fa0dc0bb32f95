// An HTTP response as WARC files keep it: status line, header, and a body in the transfer and
// content codings that the header declares.
#pragma once

#include <string>
#include <string_view>

namespace thanbai::program {

struct HttpMessage {
  enum class Body { good, damaged, too_large, unknown_coding };

  int status = 0;
  std::string_view content_type;
  Body state = Body::good;
  std::string_view body;  // views the message given or one of the buffers
  std::string problem;    // if the body is not good: the coding at fault
  std::string cut;        // what says that the body breaks off: "content-length", "chunked" or a
                          // content coding; empty if it is whole
};

/// Room for bodies that have to be decoded; kept from page to page.
struct HttpBuffers {
  std::string unchunked;
  std::string decoded[2];
};

/// Reads a response; false if `bytes` do not begin as one. Lenient as browsers and crawlers are:
/// a body that was decoded before it was archived, whatever the header still says, is taken as it
/// is, and of one that breaks off what came before counts. `most`: bytes of a decoded body.
bool read_http(std::string_view bytes, std::size_t most, HttpBuffers& buffers,
               HttpMessage& message);

}  // namespace thanbai::program
