#include "searcher/output/xml_text.hpp"
#include "searcher/web/api_routes.hpp"
#include "searcher/web/openapi_document.hpp"

namespace bulletin {
namespace {

std::string url(std::string_view type, const std::string& address) {
  return "<Url type=\"" + std::string(type) + "\" template=\"" + xml_escaped(address) + "\"/>\n";
}

// These change with the program only, so they need no look at the index.
WebResponse fixed(const ApiCall& call, WebResponse response) {
  std::string etag = etag_of(call, {});
  if (is_known(call.request, etag)) {
    response = {.status = 304};
  }
  response.etag = std::move(etag);
  return response;
}

}  // namespace

WebResponse answer_openapi(const ApiCall& call) {
  return fixed(call, {.content_type = "application/json; charset=utf-8",
                      .body = std::string(openapi_document())});
}

WebResponse answer_opensearch(const ApiCall& call) {
  const std::string& origin = call.request.origin;
  std::string body(kXmlHead);
  body += "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n" +
          xml_element("ShortName", "bulletin 简报") +  // 16 characters at most.
          xml_element("Description",
                      "Search news bulletins in English and Chinese. 检索中英文新闻简报。") +
          url("text/html", origin + "/?q={searchTerms}&page={startPage?}") +
          url("application/rss+xml", origin + "/feed.rss?q={searchTerms}") +
          url("application/atom+xml", origin + "/feed.atom?q={searchTerms}") +
          url("application/json", origin + "/api/v1/search?q={searchTerms}&page={startPage?}") +
          "<Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"" +
          xml_escaped(origin) + "/opensearch.xml\"/>\n" + xml_element("Language", "en") +
          xml_element("Language", "zh") + xml_element("InputEncoding", "UTF-8") +
          xml_element("OutputEncoding", "UTF-8") + "</OpenSearchDescription>\n";
  return fixed(call, {.content_type = "application/opensearchdescription+xml; charset=utf-8",
                      .body = std::move(body)});
}

}  // namespace bulletin
