// Facts about languages, from the Unicode CLDR's month and weekday names and from news pages. Words
// stand case-folded, blank between; in month rows the twelve months in order, "|" between forms.
#include "date_names.h"

#include <algorithm>
#include <tuple>

#include "word_hash.h"

namespace thanbai {
namespace {

constexpr std::string_view months[] = {
    // English, German, French, Spanish, Portuguese, Italian, Catalan
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sep|sept october|oct november|nov december|dec",
    "januar|jan|jänner|jän februar|feb|feber märz|mär|mrz april|apr mai juni|jun juli|jul "
    "august|aug "
    "september|sep|sept oktober|okt november|nov dezember|dez",
    "janvier|janv|jan février|févr|fév mars avril|avr mai juin juillet|juil août|aout "
    "septembre|sept octobre|oct novembre|nov décembre|déc",
    "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
    "septiembre|setiembre|sep|sept|set octubre|oct noviembre|nov diciembre|dic",
    "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago "
    "setembro|set outubro|out novembro|nov dezembro|dez",
    "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago "
    "settembre|set|sett ottobre|ott novembre|nov dicembre|dic",
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    // Dutch, Swedish, Norwegian and Danish, Finnish
    "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug "
    "september|sep|sept oktober|okt november|nov december|dec",
    "januari|jan februari|feb mars|mar april|apr maj juni|jun juli|jul augusti|aug "
    "september|sep|sept oktober|okt november|nov december|dec",
    "januar|jan februar|feb|febr mars|marts|mar april|apr mai|maj juni|jun juli|jul august|aug "
    "september|sep|sept oktober|okt november|nov desember|december|des|dec",
    "tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu "
    "toukokuuta|toukokuu kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu "
    "syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu",
    // Turkish, Polish, Czech, Hungarian, Romanian, Lithuanian
    "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl "
    "ekim|eki kasım|kas aralık|ara",
    "stycznia|styczeń|sty lutego|luty|lut marca|marzec|mar kwietnia|kwiecień|kwi maja|maj "
    "czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz "
    "października|październik|paź listopada|listopad|lis grudnia|grudzień|gru",
    "ledna|leden února|únor března|březen dubna|duben května|květen června|červen "
    "července|červenec srpna|srpen září října|říjen listopadu|listopad prosince|prosinec",
    "január|jan február|febr|feb március|márc április|ápr május|máj június|jún július|júl "
    "augusztus|aug szeptember|szept október|okt november|nov december|dec",
    "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug "
    "septembrie|sep|sept octombrie|oct noiembrie|noi|nov decembrie|dec",
    "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio "
    "gruodžio",
    // Russian, Ukrainian, Bulgarian, Greek
    "января|январь|янв февраля|февраль|фев|февр марта|март|мар апреля|апрель|апр мая|май "
    "июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент "
    "октября|октябрь|окт ноября|ноябрь|ноя|нояб декабря|декабрь|дек",
    "січня|січ лютого|лют березня|бер квітня|квіт травня|трав червня|черв липня|лип серпня|серп "
    "вересня|вер жовтня|жовт листопада|лист грудня|груд",
    "януари|яну февруари|фев март|мар април|апр май юни юли август|авг септември|септ "
    "октомври|окт ноември|ное декември|дек",
    "ιανουαρίου|ιαν φεβρουαρίου|φεβ μαρτίου|μαρ απριλίου|απρ μαΐου|μαι|μάι ιουνίου|ιουν "
    "ιουλίου|ιουλ αυγούστου|αυγ σεπτεμβρίου|σεπ|σεπτ οκτωβρίου|οκτ νοεμβρίου|νοε δεκεμβρίου|δεκ",
    // Indonesian, Malay, Thai, Hindi
    "januari|jan februari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu|agt|ags "
    "september|sep|sept oktober|okt november|nov|nop desember|des",
    "januari|jan februari|feb mac april|apr mei jun julai|jul ogos|ogo september|sep oktober|okt "
    "november|nov disember|dis",
    "มกราคม|ม.ค. กุมภาพันธ์|ก.พ. มีนาคม|มี.ค. เมษายน|เม.ย. พฤษภาคม|พ.ค. มิถุนายน|มิ.ย. "
    "กรกฎาคม|ก.ค. สิงหาคม|ส.ค. กันยายน|ก.ย. ตุลาคม|ต.ค. พฤศจิกายน|พ.ย. ธันวาคม|ธ.ค.",
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    // Arabic, the Levant's month names of one word ("-" where it has two), Hebrew
    "يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو|يونيه يوليو|يوليه أغسطس|اغسطس سبتمبر "
    "أكتوبر|اكتوبر "
    "نوفمبر ديسمبر",
    "- شباط آذار نيسان أيار حزيران تموز آب أيلول - - -",
    "ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי "
    "אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר",
};

struct Row {
  NameKind kind;
  std::int16_t value;
  std::string_view words;
};

constexpr Row rows[] = {
    {NameKind::month_lead, 1, "tháng"},
    {NameKind::weekday_lead, 1, "thứ"},
    {NameKind::numeral, 1, "một giêng"},
    {NameKind::numeral, 2, "hai"},
    {NameKind::numeral, 3, "ba"},
    {NameKind::numeral, 4, "tư bốn"},
    {NameKind::numeral, 5, "năm"},
    {NameKind::numeral, 6, "sáu"},
    {NameKind::numeral, 7, "bảy bẩy"},
    {NameKind::numeral, 8, "tám"},
    {NameKind::numeral, 9, "chín"},
    {NameKind::numeral, 10, "mười"},
    {NameKind::numeral, 12, "chạp"},

    {NameKind::weekday, 1, "cn mon tue tues wed thu thur thurs fri sat sun"},
    {NameKind::weekday, 1, "monday tuesday wednesday thursday friday saturday sunday"},
    {NameKind::weekday, 1, "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag"},
    {NameKind::weekday, 1, "samstag sonnabend sonntag"},
    {NameKind::weekday, 1, "lundi mardi mercredi jeudi vendredi samedi dimanche"},
    {NameKind::weekday, 1, "lun mar mer jeu ven sam dim"},
    {NameKind::weekday, 1,
     "lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom"},
    {NameKind::weekday, 1, "segunda terça quarta quinta sexta seg ter qua qui sex"},
    {NameKind::weekday, 1, "lunedì martedì mercoledì giovedì venerdì sabato domenica gio"},
    {NameKind::weekday, 1, "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"},
    {NameKind::weekday, 1, "måndag tisdag onsdag torsdag fredag lördag söndag"},
    {NameKind::weekday, 1, "mandag tirsdag lørdag søndag"},
    {NameKind::weekday, 1, "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina"},
    {NameKind::weekday, 1, "sunnuntaina ma ti ke to pe la su"},
    {NameKind::weekday, 1, "pazartesi salı çarşamba perşembe cuma cumartesi pazar"},
    {NameKind::weekday, 1, "poniedziałek wtorek środa czwartek piątek sobota niedziela"},
    {NameKind::weekday, 1, "pondělí úterý středa čtvrtek pátek neděle"},
    {NameKind::weekday, 1, "hétfő kedd szerda csütörtök péntek szombat vasárnap"},
    {NameKind::weekday, 1, "luni marți miercuri joi vineri sâmbătă duminică"},
    {NameKind::weekday, 1, "понедельник вторник среда четверг пятница суббота воскресенье"},
    {NameKind::weekday, 1, "понеділок вівторок середа четвер пʼятниця субота неділя"},
    {NameKind::weekday, 1, "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή"},
    {NameKind::weekday, 1, "senin selasa rabu kamis jumat sabtu minggu isnin khamis jumaat ahad"},
    {NameKind::weekday, 1, "วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์"},
    {NameKind::weekday, 1, "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"},
    {NameKind::weekday, 1, "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार"},

    {NameKind::ordinal, 1, "st nd rd th er º ª e ste de d"},
    {NameKind::of, 1, "of de del năm di des"},

    {NameKind::joiner, 1, "at on lúc vào ngày giờ um à a le el las los às as em alle il om op den"},
    {NameKind::joiner, 1, "o godz r roku в г года о р року jam hodin v dne saat u h t am the"},
    {NameKind::joiner, 1, "στις เวลา วันที่ الساعة"},
    {NameKind::joiner, 2, "kl klo klokken klockan pukul pkl um alle ore à"},

    {NameKind::hour_mark, 1, "h giờ 时 時 點 点 시 ч"},
    {NameKind::hour_mark, 2, "g u"},
    {NameKind::time_end, 1, "uhr hrs hr hs horas hora uur phút p 分 분 น น. h heures ore"},
    {NameKind::half_day, 1, "am sa sáng"},
    {NameKind::half_day, 2, "pm ch chiều tối μμ"},
    {NameKind::duration, 1, "min mins minute minutes minuten minuti minutos phút sec"},

    {NameKind::zone, 0, "gmt utc ut z wet"},
    {NameKind::zone, 60, "bst cet mez wat west"},
    {NameKind::zone, 120, "cest mesz eet cat sast"},
    {NameKind::zone, 180, "eest msk eat trt"},
    {NameKind::zone, 240, "gst"},
    {NameKind::zone, 300, "pkt"},
    {NameKind::zone, 330, "ist"},
    {NameKind::zone, 420, "ict wib"},
    {NameKind::zone, 480, "sgt hkt myt wita awst pht"},
    {NameKind::zone, 540, "jst kst wit"},
    {NameKind::zone, 600, "aest"},
    {NameKind::zone, 660, "aedt"},
    {NameKind::zone, 720, "nzst"},
    {NameKind::zone, 780, "nzdt"},
    {NameKind::zone, -180, "brt adt"},
    {NameKind::zone, -240, "edt ast"},
    {NameKind::zone, -300, "est cdt"},
    {NameKind::zone, -360, "cst mdt"},
    {NameKind::zone, -420, "mst pdt"},
    {NameKind::zone, -480, "pst akdt"},
    {NameKind::zone, -540, "akst"},
    {NameKind::zone, -600, "hst"},
    {NameKind::zone, unknown_offset, "et ct mt pt amt"},

    {NameKind::unit, 1, "giây phút giờ tiếng ngày tuần tháng năm"},
    {NameKind::unit, 1, "second seconds sec secs minute minutes min mins hour hours hr hrs h m d"},
    {NameKind::unit, 1, "day days week weeks month months year years"},
    {NameKind::unit, 1, "sekunden minuten stunde stunden std tag tage tagen woche wochen monat"},
    {NameKind::unit, 1, "monaten jahr jahren heure heures jour jours semaine semaines mois an ans"},
    {NameKind::unit, 1, "minuto minutos hora horas día días semana semanas mes meses año años"},
    {NameKind::unit, 1, "dia dias mês ano anos ora ore minuti minuto giorno giorni settimana"},
    {NameKind::unit, 1, "settimane mese mesi anno anni uur uren minuut dag dagen dagar weken"},
    {NameKind::unit, 1, "week maanden maand jaar timer time timme timmar minutter minut minuter"},
    {NameKind::unit, 1, "dager dage uker uge veckor vecka måned måneder månad månader år"},
    {NameKind::unit, 1, "saat dakika gün hafta ay yıl dk minit menit jam hari minggu bulan tahun"},
    {NameKind::unit, 1, "минут минуты минуту час часа часов день дня дней неделю недели месяц"},
    {NameKind::unit, 1, "godzin godziny godzinę minuty dni dzień tygodnie tydzień val d"},
    {NameKind::unit, 1, "ชั่วโมง นาที วัน دقيقة دقائق ساعة ساعات يوم أيام घंटे मिनट दिन ώρες ώρα λεπτά"},
    {NameKind::one, 1, "một a an one einer einem un une una um uma eine ett en"},
    {NameKind::before, 1, "vor hace há prieš πριν منذ قبل"},
    {NameKind::after, 1,
     "trước ago fa geleden temu lalu siden sedan önce назад atrás पहले ที่แล้ว 前 전"},
};

void add_words(std::string_view words, NameKind kind, int value, bool counts,
               std::vector<Name>& out) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" |"), words.size());
    if (end > 0 && (words[0] != '-' || !counts)) {
      out.push_back({words.substr(0, end), kind, static_cast<std::int16_t>(value)});
    }
    if (counts && end < words.size() && words[end] == ' ') ++value;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

bool before(const Name& a, const Name& b) {
  return std::tie(a.word, a.kind, b.value) < std::tie(b.word, b.kind, a.value);
}

std::vector<Name> sorted_names() {
  std::vector<Name> names;
  for (const std::string_view row : months) add_words(row, NameKind::month, 1, true, names);
  for (const Row& row : rows) add_words(row.words, row.kind, row.value, false, names);
  std::sort(names.begin(), names.end(), before);
  return names;
}

/// Names by the hash of their word. Small and sparse, as most words that are looked up are none.
class NameIndex {
 public:
  explicit NameIndex(const std::vector<Name>& names) : names_(names) {
    while (slots_.size() < 2 * names.size()) slots_.resize(2 * slots_.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::uint32_t hash = word_hash(names[i].word);
      Slot& slot = slots_[place(hash, names[i].word)];
      if (slot.hash == 0) slot = {hash, static_cast<std::uint16_t>(i), 0};
      ++slot.count;
    }
  }

  NameRange find(std::string_view word) const noexcept {
    const Slot& slot = slots_[place(word_hash(word), word)];
    const Name* const first = names_.data() + slot.first;
    return slot.hash == 0 ? NameRange{} : NameRange{first, first + slot.count};
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;  // 0: free
    std::uint16_t first = 0;
    std::uint16_t count = 0;
  };

  /// Where the word is, or else a free slot.
  std::size_t place(std::uint32_t hash, std::string_view word) const noexcept {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].hash != 0 &&
           (slots_[at].hash != hash || names_[slots_[at].first].word != word)) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  const std::vector<Name>& names_;
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
};

}  // namespace

const std::vector<Name>& date_names() {
  static const std::vector<Name> names = sorted_names();
  return names;
}

NameRange names_of(std::string_view word) {
  static const NameIndex index(date_names());
  return index.find(word);
}

int name_value(NameRange names, NameKind kind) noexcept {
  for (const Name* name = names.begin; name != names.end; ++name) {
    if (name->kind == kind) return name->value;
  }
  return absent;
}

}  // namespace thanbai
