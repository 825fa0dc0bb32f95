// What web pages call their charsets. Browsers agreed long ago that many labels mean a larger
// charset than they say ("latin1" is windows-1252); ICU takes them by the letter.
#include <unicode/ucnv.h>

#include <memory>

#include "ascii.h"
#include "charset.h"

namespace thanbai {
namespace {

struct Labels {
  std::string_view name, converter;
  std::string_view labels;  // as plain() gives them, a blank around each
};

// Where browsers and ICU differ, or ICU does not know the label: WHATWG Encoding, section 4.2.
constexpr Labels known[] = {
    {"UTF-8", "UTF-8", " utf8 unicode11utf8 unicode20utf8 xunicode20utf8 "},
    {"UTF-16LE", "UTF-16LE", " utf16 utf16le unicode ucs2 iso10646ucs2 csunicode unicodefeff "},
    {"UTF-16BE", "UTF-16BE", " utf16be unicodefffe "},
    {"UTF-32LE", "UTF-32LE", " utf32 utf32le ucs4 "},
    {"windows-1252", "windows-1252",
     " ascii usascii ansix341968 iso88591 iso885911987 isoir100 l1 latin1 cp819 ibm819 csisolatin1 "
     "cp1252 xcp1252 windows1252 "},
    {"windows-1254", "windows-1254",
     " iso88599 iso885991989 isoir148 l5 latin5 csisolatin5 cp1254 xcp1254 windows1254 "},
    {"windows-874", "windows-874", " iso885911 tis620 dos874 windows874 "},
    {"windows-1250", "windows-1250", " cp1250 xcp1250 windows1250 "},
    {"windows-1251", "windows-1251", " cp1251 xcp1251 windows1251 "},
    {"windows-1253", "windows-1253", " cp1253 xcp1253 windows1253 "},
    {"windows-1255", "windows-1255", " cp1255 xcp1255 windows1255 "},
    {"windows-1256", "windows-1256", " cp1256 xcp1256 windows1256 "},
    {"windows-1257", "windows-1257", " cp1257 xcp1257 windows1257 "},
    {"windows-1258", "windows-1258", " cp1258 xcp1258 windows1258 "},
    {"ISO-8859-6", "ISO-8859-6", " csiso88596e csiso88596i "},
    {"ISO-8859-8", "ISO-8859-8",
     " iso88598 iso88598e iso88598i csiso88598e csiso88598i logical visual "},
    {"KOI8-R", "KOI8-R", " koi koi8 koi8r cskoi8r "},
    {"KOI8-U", "KOI8-U", " koi8u koi8ru "},
    {"macintosh", "macintosh", " mac macintosh xmacroman csmacintosh "},
    {"x-mac-cyrillic", "x-mac-cyrillic", " xmaccyrillic xmacukrainian "},
    {"gb18030", "gb18030",
     " gb18030 gbk xgbk gb2312 gb231280 chinese csgb2312 csiso58gb231280 isoir58 "},
    {"Big5", "Big5-HKSCS", " big5 big5hkscs cnbig5 csbig5 xxbig5 "},
    {"Shift_JIS", "ibm-943_P15A-2003", " shiftjis sjis xsjis csshiftjis ms932 mskanji windows31j "},
    {"EUC-KR", "windows-949",
     " euckr cseuckr ksc5601 ksc56011987 ksc56011989 csksc56011987 isoir149 korean windows949 "},
    {"replacement", "replacement", " replacement "},
};

// What browsers have (section 4.2), and the labels of what they refuse to read: charsets of escapes
// that can hide markup. A blank around each.
constexpr std::string_view web_names =
    " UTF-8 IBM866 ISO-8859-2 ISO-8859-3 ISO-8859-4 ISO-8859-5 ISO-8859-6 ISO-8859-7 ISO-8859-8 "
    "ISO-8859-10 ISO-8859-13 ISO-8859-14 ISO-8859-15 KOI8-R KOI8-U macintosh windows-874 "
    "windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 "
    "windows-1257 windows-1258 x-mac-cyrillic gb18030 Big5 EUC-JP ISO-2022-JP Shift_JIS EUC-KR "
    "UTF-16BE UTF-16LE ";
constexpr std::string_view refused_labels =
    " csiso2022kr hzgb2312 iso2022cn iso2022cnext iso2022kr replacement ";

bool holds(std::string_view words, const std::string& word) {
  return words.find(' ' + word + ' ') != words.npos;
}

// A label's letters and digits, lower case.
std::string plain(std::string_view label) {
  std::string out;
  for (const char any : label) {
    const char c = to_lower(any);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

}  // namespace

Charset charset_of(std::string_view label) {
  const std::string key = plain(label);
  // ICU would read what follows a comma as options, and what follows a NUL not at all.
  const bool is_name = label.find_first_of(std::string_view(",\0", 2)) == label.npos;
  if (key.empty() || !is_name) return {};
  for (const Labels& row : known) {
    if (holds(row.labels, key)) return {std::string(row.name), std::string(row.converter)};
  }
  const std::string converter(label);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> opened(
      ucnv_open(converter.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return {};
  const char* name = nullptr;
  for (const char* const standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    if (name == nullptr) name = ucnv_getStandardName(converter.c_str(), standard, &status);
  }
  status = U_ZERO_ERROR;
  if (name == nullptr) name = ucnv_getName(opened.get(), &status);
  return {name == nullptr ? converter : name, converter};
}

std::string web_charset_of(std::string_view label) {
  if (holds(refused_labels, plain(label))) return "replacement";
  std::string name = charset_of(label).name;
  return holds(web_names, name) ? name : std::string();
}

}  // namespace thanbai
