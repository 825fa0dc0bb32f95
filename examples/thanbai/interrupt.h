// SIGINT and SIGTERM as a wish to end: reading stops, what was read is finished and written. The
// second signal ends at once.
#pragma once

namespace thanbai::program {

/// From now on the signals are taken so. Before that, interrupt_status() is 0.
void catch_interrupts();

/// 128 + the number of the signal that came, as shells have it; 0 if none did.
int interrupt_status();

enum class Waited { readable, interrupted };

/// Waits until `descriptor` can be read, or has ended, or a signal came.
Waited wait_for_input(int descriptor);

}  // namespace thanbai::program
