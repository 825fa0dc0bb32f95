#include "hint_words.h"

#include <iterator>

namespace thanbai {
namespace {

constexpr HintWord words[] = {
#include "hint_words.inc"
};

}  // namespace

std::vector<HintWord> learned_hint_words() { return {std::begin(words), std::end(words)}; }

}  // namespace thanbai
