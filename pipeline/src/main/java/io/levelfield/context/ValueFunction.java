package io.levelfield.context;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/** What is done with an indicator's value; it can be sent to where replicates are made. */
@FunctionalInterface
interface ValueFunction extends DoubleUnaryOperator, Serializable {}
