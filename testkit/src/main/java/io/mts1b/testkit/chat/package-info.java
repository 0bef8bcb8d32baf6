/** A stand-in for the services that messages go to, which speaks their HTTP and refuses what they refuse. */
@NullMarked
package io.mts1b.testkit.chat;

import org.jspecify.annotations.NullMarked;
