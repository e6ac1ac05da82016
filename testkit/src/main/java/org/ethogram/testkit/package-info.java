/** What tests stand on: providers and a hub of models on loopback that misbehave to order. */
@NullMarked
package org.ethogram.testkit;

import org.jspecify.annotations.NullMarked;
