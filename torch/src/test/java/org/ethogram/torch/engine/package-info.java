/** The engine against a plain reading of the models, alone and under many callers. */
@NullMarked
package org.ethogram.torch.engine;

import org.jspecify.annotations.NullMarked;
