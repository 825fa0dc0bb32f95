// A parser calls back for each value, so nothing is built but the nodes that are open. A node's
// fields go to the article, the page or the node around it when it closes; nodes that are only
// named by their @id are resolved at the end. simdjson is the faster parser, but gives nothing of a
// block with a mistake: then the other one gives what stands before it.
#include "json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "arena.h"

namespace thanbai {
namespace {

enum class Key : std::uint8_t {
  other,
  type,
  id,
  graph,
  main_entity,
  main_entity_of_page,
  headline,
  name,
  description,
  published,
  modified,
  author,
  publisher,
  url,
  image,
  language,
  article_body,
};

Key key_of(std::string_view name) noexcept {
  static constexpr std::pair<std::string_view, Key> keys[] = {
      {"@type", Key::type},
      {"@id", Key::id},
      {"@graph", Key::graph},
      {"mainEntity", Key::main_entity},
      {"mainEntityOfPage", Key::main_entity_of_page},
      {"headline", Key::headline},
      {"name", Key::name},
      {"description", Key::description},
      {"datePublished", Key::published},
      {"dateModified", Key::modified},
      {"author", Key::author},
      {"creator", Key::author},
      {"publisher", Key::publisher},
      {"url", Key::url},
      {"contentUrl", Key::url},
      {"image", Key::image},
      {"thumbnailUrl", Key::image},
      {"inLanguage", Key::language},
      {"articleBody", Key::article_body},
  };
  for (const auto& [text, key] : keys) {
    if (text == name) return key;
  }
  return Key::other;
}

struct Node {
  Key under = Key::other;    // the key it stands under
  Key key = Key::other;      // the key whose value comes
  bool is_array = false;     // whose values are those of `under`
  bool may_be_page = false;  // at the top, in @graph or under mainEntity: about this page
  bool is_article = false;
  bool is_page = false;
  bool is_site = false;
  std::string_view type, id, headline, name, description, published, modified, publisher, url,
      image, language, article_body;
  std::vector<std::string_view> authors;  // names, or references to nodes: "\0" and their @id
};

bool ends_with(std::string_view text, std::string_view end) noexcept {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

template <class Text>
void set(Text& field, std::string_view value) {
  if (field.empty()) field = value;
}

class Handler {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  bool null() { return true; }
  bool boolean(bool) { return true; }
  bool number_integer(number_integer_t) { return true; }
  bool number_unsigned(number_unsigned_t) { return true; }
  bool number_float(number_float_t, const string_t&) { return true; }
  bool binary(binary_t&) { return true; }

  bool string(std::string_view value) {
    if (!open_.empty() && deeper_ == 0 && !value.empty()) {
      const Key key = open_.back().is_array ? open_.back().under : open_.back().key;
      if (Node* node = object(); node != nullptr && key != Key::other)
        take(*node, key, texts_.copy(value));
    }
    return true;
  }

  bool key(std::string_view name) {
    if (!open_.empty() && deeper_ == 0) open_.back().key = key_of(name);
    return true;
  }

  bool start_object(std::size_t) { return open(false); }
  bool start_array(std::size_t) { return open(true); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  template <class Exception>
  bool parse_error(std::size_t, const std::string&, const Exception&) {
    return false;
  }

  JsonLd finish() {
    deeper_ = 0;
    while (!open_.empty()) close();
    JsonLd out;
    out.type = article_.type;
    for (const Node* node : {&article_, &page_}) {
      set(out.description, node->description);
      set(out.published, node->published);
      set(out.modified, node->modified);
      set(out.url, node->url);
      set(out.image, node->image);
      set(out.language, node->language);
      set(out.publisher, node->publisher);
      if (out.authors.empty()) out.authors.assign(node->authors.begin(), node->authors.end());
    }
    out.headline = article_.headline.empty() ? article_.name : article_.headline;
    out.article_body = article_.article_body;
    out.site = site_;
    resolve(out.publisher);
    for (std::string& author : out.authors) resolve(author);
    out.authors.erase(std::remove(out.authors.begin(), out.authors.end(), std::string()),
                      out.authors.end());
    return out;
  }

  static constexpr std::size_t max_depth = 64;

 private:
  static constexpr std::size_t max_names = 256;  // nodes with @id and name that are remembered
  static constexpr std::size_t max_authors = 64;

  // The innermost object.
  Node* object() noexcept {
    for (std::size_t i = open_.size(); i != 0; --i) {
      if (!open_[i - 1].is_array) return &open_[i - 1];
    }
    return nullptr;
  }

  bool open(bool is_array) {
    if (open_.size() == max_depth || deeper_ != 0) {
      ++deeper_;
      return true;
    }
    Node node;
    node.is_array = is_array;
    node.may_be_page = true;
    if (!open_.empty()) {
      const Node& around = open_.back();
      node.under = around.is_array ? around.under : around.key;
      const bool is_same_level =
          around.is_array || node.under == Key::graph || node.under == Key::main_entity;
      node.may_be_page = around.may_be_page && (is_same_level || is_array);
      if (is_array && node.under == Key::other) node.may_be_page = false;
    }
    open_.push_back(std::move(node));
    return true;
  }

  bool close() {
    if (deeper_ != 0) {
      --deeper_;
      return true;
    }
    Node node = std::move(open_.back());
    open_.pop_back();
    if (node.is_array) return true;
    if (!node.id.empty() && !node.name.empty() && names_.size() < max_names) {
      names_.emplace_back(node.id, node.name);
    }
    if (Node* around = object()) give(node, *around);
    if (!node.may_be_page) return true;
    if (node.is_site) set(site_, node.name);
    if (node.is_article) {
      if (article_.type.empty()) article_ = std::move(node);
    } else if (node.is_page && page_.type.empty()) {
      page_ = std::move(node);
    }
    return true;
  }

  // A string that is the value of `key`.
  static void take(Node& node, Key key, std::string_view value) {
    switch (key) {
      case Key::type:
        node.is_article |= ends_with(value, "Article") || ends_with(value, "Posting") ||
                           ends_with(value, "Report") || ends_with(value, "Review");
        node.is_page |= ends_with(value, "Page");
        node.is_site |= value == "WebSite";
        return set(node.type, value);
      case Key::id: return set(node.id, value);
      case Key::headline: return set(node.headline, value);
      case Key::name: return set(node.name, value);
      case Key::description: return set(node.description, value);
      case Key::published: return set(node.published, value);
      case Key::modified: return set(node.modified, value);
      case Key::author:
        if (node.authors.size() < max_authors) node.authors.push_back(value);
        return;
      case Key::publisher: return set(node.publisher, value);
      case Key::main_entity_of_page:
      case Key::url: return set(node.url, value);
      case Key::image: return set(node.image, value);
      case Key::language: return set(node.language, value);
      case Key::article_body: return set(node.article_body, value);
      case Key::graph:
      case Key::main_entity:
      case Key::other: return;
    }
  }

  // What a closed node means to the one around it.
  void give(const Node& node, Node& around) {
    const bool is_name = node.under == Key::author || node.under == Key::publisher;
    if (is_name) {
      if (!node.name.empty()) return take(around, node.under, node.name);
      if (!node.id.empty()) take(around, node.under, texts_.copy('\0' + std::string(node.id)));
    } else if (node.under == Key::image) {
      set(around.image, node.url.empty() ? node.id : node.url);
    } else if (node.under == Key::main_entity_of_page) {
      set(around.url, node.id.empty() ? node.url : node.id);
    }
  }

  // A reference becomes the name of the node it means, or nothing.
  void resolve(std::string& text) const {
    if (text.empty() || text.front() != '\0') return;
    std::string_view found;
    for (const auto& [id, name] : names_) {
      if (id == std::string_view(text).substr(1)) found = name;
    }
    text = found;
  }

  std::vector<Node> open_;
  std::size_t deeper_ = 0;  // objects and arrays open beyond max_depth
  Node article_;
  Node page_;
  std::string_view site_;
  std::vector<std::pair<std::string_view, std::string_view>> names_;  // of nodes, by their @id
  Arena texts_;                                                       // that the views mean
};

/// Calls back as the other parser does, but not for what is nested too deep to be looked at.
void walk(simdjson::dom::element value, Handler& handler, std::size_t depth) {
  std::string_view text;
  simdjson::dom::object object;
  simdjson::dom::array array;
  if (value.get(text) == simdjson::SUCCESS) {
    handler.string(text);
  } else if (depth == Handler::max_depth) {
    return;
  } else if (value.get(object) == simdjson::SUCCESS) {
    handler.start_object(0);
    for (const auto& [key, inside] : object) {
      handler.key(key);
      walk(inside, handler, depth + 1);
    }
    handler.end_object();
  } else if (value.get(array) == simdjson::SUCCESS) {
    handler.start_array(0);
    for (const simdjson::dom::element inside : array) walk(inside, handler, depth + 1);
    handler.end_array();
  }
}

// Of a block that simdjson reads: it takes fourteen times as much memory.
constexpr std::size_t max_fast_bytes = std::size_t{1} << 20;

}  // namespace

std::string json_string(std::string_view written) {
  const nlohmann::json value = nlohmann::json::parse(written, nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string();
}

JsonLd read_json_ld(std::string_view json) {
  // Left out: comments and CDATA marks around the JSON; made spaces: line breaks in strings, which
  // JSON forbids and pages have.
  const std::size_t begin = std::min(json.find_first_of("{["), json.size());
  std::string text;
  text.reserve(json.size() - begin + simdjson::SIMDJSON_PADDING);
  text = json.substr(begin);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  Handler handler;
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const std::size_t size = text.size();
  if (size <= max_fast_bytes) {
    text.append(simdjson::SIMDJSON_PADDING, ' ');
    if (parser.parse(text.data(), size, false).get(root) == simdjson::SUCCESS) {
      walk(root, handler, 0);
      return handler.finish();
    }
  }
  nlohmann::json::sax_parse(text.data(), text.data() + size, &handler,
                            nlohmann::json::input_format_t::json, false);
  return handler.finish();
}

}  // namespace thanbai
