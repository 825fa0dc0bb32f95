#include "page_metadata.h"

#include <algorithm>

#include "clean_text.h"
#include "html_characters.h"
#include "json_ld.h"

namespace thanbai {
namespace {

using Field = PageMetadata::Field;
using Rank = PageMetadata::Rank;

struct Row {
  std::string_view name;  // lower case
  Field field;
  Rank rank;
};

// Names, properties and itemprops of <meta>: OpenGraph, the article: vocabulary, Dublin Core,
// schema.org, Highwire Press, and what analytics services (Parse.ly, Sailthru, Cxense) ask for.
constexpr Row metas[] = {
    {"og:title", Field::headline, Rank::usual},
    {"twitter:title", Field::headline, Rank::weak},
    {"headline", Field::headline, Rank::usual},
    {"parsely-title", Field::headline, Rank::usual},
    {"sailthru.title", Field::headline, Rank::usual},
    {"citation_title", Field::headline, Rank::usual},
    {"dc.title", Field::headline, Rank::weak},
    {"dcterms.title", Field::headline, Rank::weak},
    {"title", Field::headline, Rank::weak},

    {"description", Field::description, Rank::usual},
    {"og:description", Field::description, Rank::weak},
    {"twitter:description", Field::description, Rank::shown},
    {"dc.description", Field::description, Rank::shown},
    {"sailthru.description", Field::description, Rank::shown},

    {"author", Field::author, Rank::usual},
    {"article:author", Field::author, Rank::weak},
    {"og:article:author", Field::author, Rank::weak},
    {"article:author_name", Field::author, Rank::usual},
    {"parsely-author", Field::author, Rank::usual},
    {"sailthru.author", Field::author, Rank::usual},
    {"cxenseparse:author", Field::author, Rank::usual},
    {"citation_author", Field::author, Rank::usual},
    {"dc.creator", Field::author, Rank::weak},
    {"dcterms.creator", Field::author, Rank::weak},
    {"byl", Field::author, Rank::weak},
    {"byline", Field::author, Rank::weak},
    {"twitter:creator", Field::author, Rank::weakest},

    {"article:published_time", Field::published, Rank::strong},
    {"og:article:published_time", Field::published, Rank::strong},
    {"article:published", Field::published, Rank::strong},
    {"datepublished", Field::published, Rank::usual},
    {"parsely-pub-date", Field::published, Rank::usual},
    {"sailthru.date", Field::published, Rank::usual},
    {"cxenseparse:recs:publishtime", Field::published, Rank::usual},
    {"publishdate", Field::published, Rank::usual},
    {"publish-date", Field::published, Rank::usual},
    {"publish_date", Field::published, Rank::usual},
    {"published_at", Field::published, Rank::usual},
    {"published-date", Field::published, Rank::usual},
    {"pubdate", Field::published, Rank::usual},
    {"citation_publication_date", Field::published, Rank::usual},
    {"citation_date", Field::published, Rank::usual},
    {"dcterms.created", Field::published, Rank::weak},
    {"dc.date.issued", Field::published, Rank::weak},
    {"dcterms.issued", Field::published, Rank::weak},
    {"dc.date.created", Field::published, Rank::weak},
    {"dc.date", Field::published, Rank::weak},
    {"dcterms.date", Field::published, Rank::weak},
    {"datecreated", Field::published, Rank::weak},
    {"date", Field::published, Rank::weak},
    {"article.published", Field::published, Rank::weak},
    {"article.created", Field::published, Rank::weak},
    {"og:published_time", Field::published, Rank::weak},
    {"release_date", Field::published, Rank::weak},

    {"article:modified_time", Field::modified, Rank::strong},
    {"og:article:modified_time", Field::modified, Rank::strong},
    {"datemodified", Field::modified, Rank::usual},
    {"og:updated_time", Field::modified, Rank::usual},
    {"lastmod", Field::modified, Rank::weak},
    {"last-modified", Field::modified, Rank::weak},
    {"dcterms.modified", Field::modified, Rank::weak},
    {"dc.date.modified", Field::modified, Rank::weak},
    {"article.updated", Field::modified, Rank::weak},

    {"og:site_name", Field::site, Rank::strong},
    {"application-name", Field::site, Rank::weak},
    {"dc.publisher", Field::site, Rank::weak},
    {"apple-mobile-web-app-title", Field::site, Rank::shown},

    {"og:url", Field::url, Rank::usual},
    {"twitter:url", Field::url, Rank::weak},

    {"dc.language", Field::language, Rank::weak},
    {"content-language", Field::language, Rank::weak},
    {"inlanguage", Field::language, Rank::weak},
    {"og:locale", Field::language, Rank::shown},

    {"og:image", Field::image, Rank::strong},
    {"og:image:url", Field::image, Rank::strong},
    {"og:image:secure_url", Field::image, Rank::usual},
    {"twitter:image", Field::image, Rank::weak},
    {"twitter:image:src", Field::image, Rank::weak},
    {"image", Field::image, Rank::weak},
    {"thumbnailurl", Field::image, Rank::weak},

    {"og:type", Field::type, Rank::usual},
};

// itemprops of elements other than <meta>.
constexpr Row itemprops[] = {
    {"headline", Field::headline, Rank::shown},
    {"author", Field::author, Rank::shown},
    {"creator", Field::author, Rank::shown},
    {"datepublished", Field::published, Rank::shown},
    {"datecreated", Field::published, Rank::shown},
    {"datemodified", Field::modified, Rank::shown},
    {"inlanguage", Field::language, Rank::shown},
};

bool is_url(std::string_view text) noexcept {
  return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://" ||
         text.substr(0, 2) == "//" || text.substr(0, 4) == "www.";
}

}  // namespace

void PageMetadata::meta(std::string_view name, std::string_view content) {
  if (content.empty()) return;
  for (const Row& row : metas) {
    if (html::name_is(name, row.name)) return put_raw(row.field, row.rank, content);
  }
}

bool PageMetadata::field_of_itemprop(std::string_view itemprop, Field& field) noexcept {
  for (const Row& row : itemprops) {
    if (!html::name_is(itemprop, row.name)) continue;
    field = row.field;
    return true;
  }
  return false;
}

void PageMetadata::put_raw(Field field, Rank rank, std::string_view value) {
  const bool is_known = slot(field).rank < rank;
  if (is_known || (field != Field::author && slot(field).rank == rank)) return;
  std::string decoded;
  put(field, rank, html::characters(value, html::Reading::attribute, decoded));
}

void PageMetadata::put(Field field, Rank rank, std::string_view value) {
  Slot& held = slot(field);
  const bool is_author = field == Field::author;
  if (held.rank < rank || (!is_author && held.rank == rank)) return;
  std::string text;
  std::uint64_t replaced = 0;
  if (field == Field::article_body) {  // line by line
    while (!value.empty()) {
      const std::size_t end = std::min(value.find('\n'), value.size());
      const std::string_view line = clean_text(value.substr(0, end), scratch_, replaced);
      if (!line.empty()) text.append(text.empty() ? 0 : 1, '\n').append(line);
      value.remove_prefix(std::min(end + 1, value.size()));
    }
  } else {
    std::string collapsed;
    append_collapsed(value, collapsed);
    text = clean_text(collapsed, scratch_, replaced);
  }
  if (text.empty() || (is_author && is_url(text))) return;
  if (is_author) {
    constexpr std::size_t max_authors = 64;
    if (rank < held.rank) authors_.clear();
    const bool is_new = std::find(authors_.begin(), authors_.end(), text) == authors_.end();
    if (is_new && authors_.size() < max_authors) authors_.push_back(std::move(text));
  } else {
    held.value = std::move(text);
  }
  held.rank = rank;
}

void PageMetadata::read_json_ld(std::string_view json) {
  const JsonLd found = thanbai::read_json_ld(json);
  const auto take = [this](Field field, Rank rank, std::string_view value) {
    // Many pages escape their texts for HTML before they write them as JSON.
    std::string decoded;
    put(field, rank, html::characters(value, html::Reading::data, decoded));
  };
  take(Field::headline, json_ld, found.headline);
  take(Field::description, shown, found.description);
  take(Field::published, json_ld, found.published);
  take(Field::modified, json_ld, found.modified);
  take(Field::site, usual, found.publisher);
  take(Field::site, usual, found.site);
  take(Field::url, weak, found.url);
  take(Field::image, usual, found.image);
  take(Field::language, weak, found.language);
  take(Field::article_body, json_ld, found.article_body);
  take(Field::schema_type, json_ld, found.type);
  if (slot(Field::author).rank == json_ld) return;  // of another article, or the same again
  for (const std::string& author : found.authors) take(Field::author, json_ld, author);
}

Metadata PageMetadata::finish(Arena& arena) {
  const auto text = [this, &arena](Field field) { return arena.copy(slot(field).value); };
  Metadata out;
  out.title = text(Field::title);
  out.headline = text(Field::headline);
  out.description = text(Field::description);
  for (const std::string& author : authors_) out.authors.push_back(arena.copy(author));
  out.published = text(Field::published);
  out.modified = text(Field::modified);
  out.site = text(Field::site);
  out.url = text(Field::url);
  out.language = text(Field::language);
  out.image = text(Field::image);
  out.article_body = text(Field::article_body);
  out.type = text(Field::type);
  out.schema_type = text(Field::schema_type);
  return out;
}

}  // namespace thanbai
