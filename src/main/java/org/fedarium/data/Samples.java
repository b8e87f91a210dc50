package org.fedarium.data;

import java.util.List;

/// The table of sample data sets, in the order in which they are offered. Each has a page beside
/// its file, `sample-datasets/<id>.md`, with columns, units, licence and baseline.
public final class Samples {
    private static final String CC_BY = "CC BY 4.0";
    private static final String GPL = "GPL-2.0-or-later";

    public static final List<Sample> ALL =
            List.of(
                    Sample.classes(
                                    "digits8x8",
                                    "Handwritten digits 8x8",
                                    "digit",
                                    "handwriting form",
                                    CC_BY)
                            .image(8)
                            .said(
                                    "1,797 small grey images of the digits 0 to 9, from 14 forms.",
                                    "E. Alpaydin, C. Kaynak, Optical Recognition of"
                                            + " Handwritten Digits, UCI 80, 1998",
                                    "The source names no writers: the 14 forms"
                                            + " (about one per writer) were recovered from the"
                                            + " order of the rows."),
                    Sample.classes("penguins", "Palmer penguins", "species", "island", "CC0 1.0")
                            .said(
                                    "Three species of penguins measured on three"
                                            + " islands, none of which has all three.",
                                    "K. B. Gorman, T. D. Williams, W. R. Fraser,"
                                            + " PLoS ONE 9(3):e90081, 2014; palmerpenguins",
                                    ""),
                    Sample.classes(
                                    "pbc3_hospitals",
                                    "Liver trial in six hospitals",
                                    "outcome_2y",
                                    "hospital",
                                    GPL)
                            .besideJar()
                            .said(
                                    "Who dies or needs a transplant within two"
                                            + " years, in a trial at six European hospitals.",
                                    "P. K. Andersen, L. T. Skovgaard, Regression"
                                            + " with Linear Predictors, 2010",
                                    "Small: 14 to 113 patients per hospital, three"
                                            + " hospitals with a single failure. Look at AUC"
                                            + " and recall, not accuracy. Patients censored"
                                            + " before two years were left out, which biases"
                                            + " the sample a little."),
                    Sample.numbers("auto_mpg", "Auto MPG", "mpg", "region of origin", CC_BY)
                            .said(
                                    "Fuel economy of cars of 1970 to 1982 from the"
                                            + " USA, Europe and Japan, in miles per US gallon.",
                                    "E. Ramos, D. Donoho, ASA Data Exposition, 1983;"
                                            + " R. Quinlan, UCI 9, 1993",
                                    ""),
                    Sample.numbers(
                                    "wages_by_region",
                                    "US wages by region",
                                    "log_weekly_wage_usd",
                                    "census region",
                                    "Public domain (US government)")
                            .said(
                                    "Logarithm of weekly wages in four regions that"
                                            + " look much alike.",
                                    "US Census Bureau, Current Population Survey, March 1988",
                                    "Men aged 18 to 70 only; 5,000 rows drawn from 28,155."),
                    Sample.numbers(
                                    "developer_salaries",
                                    "Developer salaries",
                                    "salary_usd_per_year",
                                    "country",
                                    "ODbL 1.0")
                            .besideJar()
                            .said(
                                    "Same skills, very different pay: developers'"
                                            + " salaries in five countries.",
                                    "Stack Overflow Annual Developer Survey, 2017;"
                                            + " selection by J. Silge",
                                    ""),
                    Sample.numbers(
                                    "london_exam",
                                    "London exam scores",
                                    "exam_score_std",
                                    "school",
                                    GPL)
                            .besideJar()
                            .said(
                                    "Exam scores of 4,059 pupils of 65 inner-London schools.",
                                    "H. Goldstein, J. Rasbash et al., Oxford Review"
                                            + " of Education 19:425-433, 1993",
                                    ""),
                    Sample.classes(
                                    "breast_cancer",
                                    "Breast cancer Wisconsin",
                                    "diagnosis",
                                    null,
                                    CC_BY)
                            .said(
                                    "Benign or malignant, from 30 measurements of cell nuclei.",
                                    "W. N. Street, W. H. Wolberg, O. L. Mangasarian, UCI 17, 1993",
                                    "All patients come from one hospital: any"
                                            + " division into hospitals is simulated."),
                    Sample.classes(
                                    "breast_cancer_relapse",
                                    "Breast cancer relapse",
                                    "outcome_3y",
                                    "study",
                                    "LGPL-2.0-or-later")
                            .besideJar()
                            .said(
                                    "Relapse or death within three years, in a Dutch"
                                            + " and a German study.",
                                    "P. Royston, D. Altman, BMC Medical Research"
                                            + " Methodology 13:33, 2013",
                                    "Patients censored within three years were left out."),
                    Sample.classes("german_credit", "German credit", "credit_risk", null, CC_BY)
                            .said(
                                    "Good or bad credit risk of 1,000 customers of one bank.",
                                    "H. Hofmann, Statlog (German Credit Data), UCI 144, 1994",
                                    "The source's code book is known to be partly"
                                            + " wrong: fit for learning the method, not for"
                                            + " conclusions about people."),
                    Sample.classes("spambase", "Spam e-mail", "label", null, CC_BY)
                            .said(
                                    "Spam or not, from word and character"
                                            + " frequencies of 4,601 messages.",
                                    "M. Hopkins, E. Reeber, G. Forman, J. Suermondt, UCI 94, 1999",
                                    ""),
                    Sample.classes(
                                    "vowel_speakers",
                                    "Vowels of 15 speakers",
                                    "vowel",
                                    "speaker",
                                    CC_BY)
                            .said(
                                    "Eleven spoken vowels; every speaker says each equally often.",
                                    "D. H. Deterding, 1989; T. Robinson; UCI"
                                            + " Connectionist Bench (Vowel Recognition)",
                                    "Nine of the source's ten features."),
                    Sample.classes("iris", "Iris flowers", "species", null, CC_BY)
                            .said(
                                    "Three species of iris by the size of their petals and sepals.",
                                    "R. A. Fisher, Annals of Eugenics 7, 1936; UCI 53",
                                    ""),
                    Sample.classes("wine", "Wine recognition", "cultivar", null, CC_BY)
                            .said(
                                    "Three cultivars of wine by 13 chemical measurements.",
                                    "M. Forina et al., PARVUS; UCI 109",
                                    ""),
                    Sample.numbers(
                                    "lecture_ratings",
                                    "Lecture ratings",
                                    "rating",
                                    "department",
                                    GPL)
                            .besideJar()
                            .ignoring("student_id,lecturer_id")
                            .said(
                                    "Students' ratings of lectures, 1 (poor) to 5"
                                            + " (very good), in 14 departments.",
                                    "M. Maechler, D. Bates, InstEval (ETH Zurich), R package lme4",
                                    "student_id and lecturer_id are names, not"
                                            + " amounts, and are left out of the inputs; what"
                                            + " remains says little about the rating."),
                    Sample.classes(
                                    "mnist28x28_small",
                                    "MNIST digits 28x28",
                                    "digit",
                                    "writer population",
                                    "CC BY-SA 3.0")
                            .image(28)
                            .besideJar()
                            .said(
                                    "1,000 images of handwritten digits from the MNIST test set.",
                                    "Y. LeCun, C. Cortes, C. J. C. Burges, The MNIST"
                                            + " database of handwritten digits",
                                    "Which half was written by students and which by"
                                            + " census employees is inferred, not stated by"
                                            + " the source."));

    private Samples() {}
}
