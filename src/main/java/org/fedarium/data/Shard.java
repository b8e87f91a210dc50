package org.fedarium.data;

/// What one client holds. Any part may be empty.
///
/// @param client     the client's stable name: the key of its random streams
/// @param train      examples to learn from, standardised
/// @param validation held-out examples for choosing settings
/// @param test       the client's own share of the pooled test set
public record Shard(String client, Examples train, Examples validation, Examples test) {}
