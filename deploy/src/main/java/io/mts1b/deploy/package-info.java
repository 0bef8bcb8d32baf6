/**
 * One configuration turned into Docker Compose, Kubernetes, Proxmox LXC and native installs.
 *
 * <p><b>Floor 1.</b> Sees floor 0 and, on its own floor, {@code platform}.
 */
@NullMarked
package io.mts1b.deploy;

import org.jspecify.annotations.NullMarked;
