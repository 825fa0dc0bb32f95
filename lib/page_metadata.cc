#include "page_metadata.h"

#include <algorithm>

#include "authors.h"
#include "clean_text.h"
#include "credits.h"
#include "html_bytes.h"
#include "html_characters.h"
#include "json_ld.h"
#include "site_name.h"
#include "unicode.h"

namespace thanbai {
namespace {

using Field = PageMetadata::Field;
using Rank = PageMetadata::Rank;

constexpr std::size_t max_authors = 64;
constexpr std::size_t max_outlets = 8;

struct Row {
  std::string_view name;  // lower case; of those of <meta>, letters and digits alone
  Field field;
  Rank rank;
};

// Names, properties and itemprops of <meta>: OpenGraph, the article: vocabulary, Dublin Core,
// schema.org, Highwire Press, and what analytics services (Parse.ly, Sailthru, Cxense) ask for.
constexpr Row metas[] = {
    {"ogtitle", Field::headline, Rank::usual},
    {"twittertitle", Field::headline, Rank::weak},
    {"headline", Field::headline, Rank::usual},
    {"parselytitle", Field::headline, Rank::usual},
    {"sailthrutitle", Field::headline, Rank::usual},
    {"citationtitle", Field::headline, Rank::usual},
    {"dctitle", Field::headline, Rank::weak},
    {"dctermstitle", Field::headline, Rank::weak},
    {"title", Field::headline, Rank::weak},

    {"description", Field::description, Rank::usual},
    {"ogdescription", Field::description, Rank::weak},
    {"twitterdescription", Field::description, Rank::shown},
    {"dcdescription", Field::description, Rank::shown},
    {"sailthrudescription", Field::description, Rank::shown},

    {"author", Field::author, Rank::usual},
    {"articleauthor", Field::author, Rank::weak},
    {"ogarticleauthor", Field::author, Rank::weak},
    {"articleauthorname", Field::author, Rank::usual},
    {"parselyauthor", Field::author, Rank::usual},
    {"sailthruauthor", Field::author, Rank::usual},
    {"cxenseparseauthor", Field::author, Rank::usual},
    {"citationauthor", Field::author, Rank::usual},
    {"dccreator", Field::author, Rank::weak},
    {"dctermscreator", Field::author, Rank::weak},
    {"byl", Field::author, Rank::weak},
    {"byline", Field::author, Rank::weak},
    {"twittercreator", Field::author, Rank::weakest},

    {"articlepublishedtime", Field::published, Rank::strong},
    {"ogarticlepublishedtime", Field::published, Rank::strong},
    {"articlepublished", Field::published, Rank::strong},
    {"datepublished", Field::published, Rank::usual},
    {"parselypubdate", Field::published, Rank::usual},
    {"sailthrudate", Field::published, Rank::usual},
    {"cxenseparserecspublishtime", Field::published, Rank::usual},
    {"publishdate", Field::published, Rank::usual},
    {"publishedat", Field::published, Rank::usual},
    {"publisheddate", Field::published, Rank::usual},
    {"published", Field::published, Rank::weak},
    {"pubdate", Field::published, Rank::usual},
    {"citationpublicationdate", Field::published, Rank::usual},
    {"citationdate", Field::published, Rank::usual},
    {"dctermscreated", Field::published, Rank::weak},
    {"dcdateissued", Field::published, Rank::weak},
    {"dctermsissued", Field::published, Rank::weak},
    {"dcdatecreated", Field::published, Rank::weak},
    {"dcdate", Field::published, Rank::weak},
    {"dctermsdate", Field::published, Rank::weak},
    {"datecreated", Field::published, Rank::weak},
    {"date", Field::published, Rank::weak},
    {"articlecreated", Field::published, Rank::weak},
    {"ogpublishedtime", Field::published, Rank::weak},
    {"releasedate", Field::published, Rank::weak},

    {"articlemodifiedtime", Field::modified, Rank::strong},
    {"ogarticlemodifiedtime", Field::modified, Rank::strong},
    {"datemodified", Field::modified, Rank::usual},
    {"ogupdatedtime", Field::modified, Rank::usual},
    {"lastmod", Field::modified, Rank::weak},
    {"lastmodified", Field::modified, Rank::weak},
    {"dctermsmodified", Field::modified, Rank::weak},
    {"dcdatemodified", Field::modified, Rank::weak},
    {"articleupdated", Field::modified, Rank::weak},

    {"ogsitename", Field::site, Rank::strong},
    {"applicationname", Field::site, Rank::weak},
    {"dcpublisher", Field::site, Rank::weak},
    {"applemobilewebapptitle", Field::site, Rank::shown},

    {"ogurl", Field::url, Rank::usual},
    {"twitterurl", Field::url, Rank::weak},

    {"dclanguage", Field::language, Rank::weak},
    {"contentlanguage", Field::language, Rank::weak},
    {"inlanguage", Field::language, Rank::weak},
    {"oglocale", Field::language, Rank::shown},

    {"ogimage", Field::image, Rank::strong},
    {"ogimageurl", Field::image, Rank::strong},
    {"ogimagesecureurl", Field::image, Rank::usual},
    {"twitterimage", Field::image, Rank::weak},
    {"twitterimagesrc", Field::image, Rank::weak},
    {"image", Field::image, Rank::weak},
    {"thumbnailurl", Field::image, Rank::weak},

    {"ogtype", Field::type, Rank::usual},
};

// How the names of other <meta> end that have the date of publication: "dtk:publishdate".
constexpr std::string_view date_ends[] = {"publishdate", "publisheddate", "publicationdate",
                                          "datepublished"};

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

// A name without the marks between it and its neighbours.
std::string without_edges(std::string_view name) {
  constexpr std::string_view marks = " ,;|/";
  const std::size_t begin = name.find_first_not_of(marks);
  if (begin == name.npos) return {};
  return std::string(name.substr(begin, name.find_last_not_of(marks) - begin + 1));
}

bool is_moment(Field field) noexcept {
  return field == Field::published || field == Field::modified;
}

bool is_url(std::string_view text) noexcept {
  return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://" ||
         text.substr(0, 2) == "//" || text.substr(0, 4) == "www.";
}

}  // namespace

void PageMetadata::meta(std::string_view name, std::string_view content) {
  constexpr std::size_t max_name_bytes = 64;
  if (content.empty() || name.size() > max_name_bytes) return;
  std::array<char, max_name_bytes> letters;
  std::size_t size = 0;
  for (const char c : name) {  // "article:published_time", "article.published-time" …
    letters[size] = to_lower(c);
    const bool is_kept = (letters[size] >= 'a' && letters[size] <= 'z') || (c >= '0' && c <= '9');
    size += is_kept ? 1 : 0;
  }
  const std::string_view wanted(letters.data(), size);
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    const char number = static_cast<char>('1' + i);
    if (wanted.empty() || wanted.back() != number) continue;
    const std::string_view kind = wanted.substr(0, wanted.size() - 1);
    if (kind == "twitterlabel") cards_[i].label = content;
    if (kind == "twitterdata") cards_[i].data = content;
  }
  for (const Row& row : metas) {
    if (row.name == wanted) return put_raw(row.field, row.rank, content);
  }
  for (const std::string_view end : date_ends) {
    if (html::ends_with(wanted, end)) return put_raw(Field::published, Rank::weak, content);
  }
}

bool PageMetadata::field_of_itemprop(std::string_view itemprop, Field& field) noexcept {
  for (const Row& row : itemprops) {
    if (!html::has_word(itemprop, row.name)) continue;
    field = row.field;
    return true;
  }
  return false;
}

bool PageMetadata::is_wanted(Field field, Rank rank) const noexcept {
  if (field == Field::headline) return headlines_[rank].empty();
  if (field == Field::author) return authors_[rank].size() < max_authors;
  if (field == Field::site && outlets_.size() < max_outlets) return true;
  if (is_moment(field) && rank < shown) return true;  // it may say more
  return rank < slots_[static_cast<std::size_t>(field)].rank;
}

void PageMetadata::put_raw(Field field, Rank rank, std::string_view value) {
  if (!is_wanted(field, rank)) return;
  std::string decoded;
  put(field, rank, html::characters(value, html::Reading::attribute, decoded));
}

void PageMetadata::put(Field field, Rank rank, std::string_view value) {
  if (!is_wanted(field, rank)) return;
  Slot& held = slot(field);
  const bool is_author = field == Field::author;
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
  if (is_author) text = without_edges(text);
  if (text.empty() || ((is_author || field == Field::site) && is_url(text))) return;
  if (field == Field::url && text.find(' ') != std::string::npos) return;  // a title, some have
  if (field == Field::headline) {
    headlines_[rank] = std::move(text);
    return;
  }
  if (is_author) {
    std::vector<std::string>& authors = authors_[rank];
    if (std::find(authors.begin(), authors.end(), text) == authors.end()) {
      authors.push_back(std::move(text));
    }
    return;
  }
  if (field == Field::site) {
    if (outlets_.size() < max_outlets) outlets_.push_back(text);
    if (rank >= held.rank) return;
  }
  const auto says_more = [](const std::string& a, const std::string& b) {  // of the same moment
    return a.size() > b.size() && a.compare(0, b.size(), b) == 0;
  };
  const bool stays = rank >= held.rank
                         ? !says_more(text, held.value)
                         : is_moment(field) && held.rank < shown && says_more(held.value, text);
  if (!stays) held.value = std::move(text);
  held.rank = std::min(rank, held.rank);
}

void PageMetadata::read_json_ld(std::string_view json) {
  const JsonLd found = thanbai::read_json_ld(json);
  const auto take = [this](Field field, Rank rank, std::string_view value) {
    if (value.empty() || !is_wanted(field, rank)) return;
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
  if (!authors_[json_ld].empty()) return;  // of another article, or the same again
  for (const std::string& author : found.authors) take(Field::author, json_ld, author);
}

bool PageMetadata::names_somebody(const std::string& author) const {
  const std::vector<std::string_view> names = author_names(declared_author(author));
  return std::any_of(names.begin(), names.end(), [this](std::string_view name) {
    return std::none_of(outlets_.begin(), outlets_.end(),
                        [name](const std::string& outlet) { return is_outlet(name, outlet); });
  });
}

std::vector<std::string> PageMetadata::best_authors() const {
  const std::vector<std::string>* best = nullptr;
  for (std::size_t rank = 0; rank < authors_.size(); ++rank) {
    const std::vector<std::string>& authors = authors_[rank];
    const bool may_be_teasers = rank == shown && best != nullptr;
    const bool is_usable = std::any_of(authors.begin(), authors.end(), [this](const auto& author) {
      return names_somebody(author);
    });
    if (is_usable && !may_be_teasers) return authors;
    if (best == nullptr && !authors.empty()) best = &authors;
  }
  if (best == nullptr || is_news()) return {};  // the outlet is no author of news
  return *best;
}

bool PageMetadata::is_news() const {
  const std::string& type = slots_[static_cast<std::size_t>(Field::schema_type)].value;
  return type.find("NewsArticle") != std::string::npos ||
         std::any_of(outlets_.begin(), outlets_.end(), is_news_site);
}

void PageMetadata::take_cards() {
  for (const Card& card : cards_) {
    std::string decoded;
    const std::string_view label = html::characters(card.label, html::Reading::attribute, decoded);
    if (unicode::any_is_valid(label) && is_author_label(label)) {
      put_raw(Field::author, weakest, card.data);
    }
  }
}

Metadata PageMetadata::finish(Arena& arena) {
  take_cards();
  const auto text = [this, &arena](Field field) { return arena.copy(slot(field).value); };
  Metadata out;
  out.title = text(Field::title);
  for (auto headline = headlines_.begin(); headline != headlines_.end(); ++headline) {
    if (std::find(headlines_.begin(), headline, *headline) != headline) continue;
    if (headline->empty()) continue;
    if (out.headline.empty()) {
      out.headline = arena.copy(*headline);
    } else if (headline != headlines_.begin() + shown) {  // which may be a teaser's
      out.other_headlines.push_back(arena.copy(*headline));
    }
  }
  out.description = text(Field::description);
  for (const std::string& author : best_authors()) out.authors.push_back(arena.copy(author));
  out.published = text(Field::published);
  out.modified = text(Field::modified);
  out.site = text(Field::site);
  out.url = text(Field::url);
  if (out.site.empty()) out.site = site_in_title(out.title, out.url);
  out.base = text(Field::base);
  out.language = text(Field::language);
  out.image = text(Field::image);
  out.article_body = text(Field::article_body);
  out.type = text(Field::type);
  out.schema_type = text(Field::schema_type);
  return out;
}

}  // namespace thanbai
