package io.phoenix.workflow.experiment;

/**
 * What a look has used up and whether it ends the run.
 *
 * @param number from 1
 * @param information share of the planned pairs that was seen, 1 at the last look
 * @param settled every candidate has won or lost, so there is nothing more to measure
 */
public record LookSummary(int number, double information, boolean settled) {}
