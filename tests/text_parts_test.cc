#include "text_parts.h"

#include <gtest/gtest.h>

#include <string>

namespace thanbai {
namespace {

TEST(TextParts, EndWhereShortLinesFollowEachOther) {
  struct Case {
    const char* why;
    const char* lines;  // p: prose, s: a short line
    std::size_t begin;
    std::size_t end;  // of a part of at most 16 lines, of which the last four may be the last
  };
  const Case cases[] = {
      {"no line", "", 0, 0},
      {"all of it fits", "pppppppppppppppp", 0, 16},
      {"the rest fits", "ppppppppppppppppssss", 4, 20},
      {"one line more, all prose: as late as can be", "ppppppppppppppppp", 0, 16},
      {"before a short line", "ppppppppppppppsppp", 0, 15},
      {"in the middle of two", "ppppppppppppssppp", 0, 13},
      {"of the longer row", "ppppppppppppsspspp", 0, 13},
      {"of equal rows in the later", "ppppppppppppspsppp", 0, 15},
      {"of short lines only, in the middle of the last quarter", "ssssssssssssssssssss", 0, 14},
      {"counted from where the part begins", "ppppppppppppssppppppsspp", 4, 20},
  };
  const std::string prose(80, 'a');
  const std::string short_line(79, 'a');
  for (const Case& c : cases) {
    Lines lines;
    for (const char* kind = c.lines; *kind != '\0'; ++kind) {
      lines.items.emplace_back().text = *kind == 'p' ? prose : short_line;
    }
    EXPECT_EQ(end_of_part(lines, c.begin, 16), c.end) << c.why;
  }
}

}  // namespace
}  // namespace thanbai
