/**
 * What other programs ask of the order management system: to take, change and take back orders, and what stands.
 *
 * <p><b>Floor 5.</b> Sees the rest of this artifact, and floors 0 to 4. The HTTP server is Javalin's; callers see no type
 * of it.
 *
 * <p><b>Contract.</b> HTTP and bus are two ways to one set of commands. Everything is answered after it is durable, by the
 * one writer. Who may do what is decided for each fund, and every command is audited, done or refused. The same key and
 * the same wish are one order for the life of the log; the same key and another wish are refused.
 */
@NullMarked
package io.mts1b.oms.api;

import org.jspecify.annotations.NullMarked;
