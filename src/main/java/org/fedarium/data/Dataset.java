package org.fedarium.data;

import org.fedarium.catalog.Note;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// A whole data set as read: inputs numeric (categories one-hot), nothing standardised yet.
///
/// @param id           the word used in experiments, or the file's name
/// @param title        for people
/// @param targetName   the predicted column, with its unit where the source states one
/// @param featureNames one per input column, after one-hot expansion (`sex=male`)
/// @param classNames   in class-index order; empty for regression
/// @param examples     all rows
/// @param groups       natural client per row (index into groupNames); empty when there is none
/// @param groupNames   names of the natural clients, sorted
/// @param image        rows and columns of a grey image when the inputs are its pixels
/// @param notes        sentences a person must know, such as how many rows were dropped
public record Dataset(
        String id,
        String title,
        Task task,
        String targetName,
        List<String> featureNames,
        List<String> classNames,
        Examples examples,
        int[] groups,
        List<String> groupNames,
        @Nullable ImageShape image,
        List<Note> notes) {

    public Dataset {
        featureNames = List.copyOf(featureNames);
        classNames = List.copyOf(classNames);
        groupNames = List.copyOf(groupNames);
        notes = List.copyOf(notes);
    }

    /// Size of a grey image whose pixels are the inputs, row-major.
    public record ImageShape(int rows, int columns) {}

    public int classes() {
        return classNames.size();
    }

    public boolean hasGroups() {
        return groups.length > 0;
    }
}
