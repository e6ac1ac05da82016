/** What tests stand on: a provider of models on loopback that misbehaves to order. */
@NullMarked
package org.ethogram.testkit;

import org.jspecify.annotations.NullMarked;
