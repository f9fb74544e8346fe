using System.Collections.Immutable;
using OneVisit.Domain.Cases;

namespace OneVisit.Catalogue.Reading;

/// <summary>The numbers by which surveys, data checks, appraisals and visits go. Catalogues of before there were any have the usual ones.</summary>
internal static class CaseRuleBook
{
    /// <summary>Names of the numbers in <c>parameters.yaml</c>.</summary>
    public static ImmutableArray<string> Parameters { get; } =
    [
        "data_objection_days", "data_recheck_days", "survey_cosign_days", "read_out_days", "relatives_visit_days", "appraisal_days", "appraisal_meetings",
        "appraisal_quorum_of", "appraisal_quorum_in", "appraisal_majority_of", "appraisal_majority_in",
    ];

    public static CaseRules On(ParameterBook numbers, DateOnly day)
    {
        var usual = CaseRules.Usual;
        return new CaseRules
        {
            ObjectionDays = Number("data_objection_days", usual.ObjectionDays),
            RecheckDays = Number("data_recheck_days", usual.RecheckDays),
            CosignDays = Number("survey_cosign_days", usual.CosignDays),
            ReadOutDays = Number("read_out_days", usual.ReadOutDays),
            RelativesVisitDays = Number("relatives_visit_days", usual.RelativesVisitDays),
            AppraisalDays = Number("appraisal_days", usual.AppraisalDays),
            Meetings = Number("appraisal_meetings", usual.Meetings),
            Quorum = Part("appraisal_quorum", usual.Quorum),
            Majority = Part("appraisal_majority", usual.Majority),
        };

        Share Part(string name, Share otherwise) => new(Number(name + "_of", otherwise.Of), Number(name + "_in", otherwise.In));

        int Number(string name, int otherwise) => numbers.Number(name, day) is { Value: var value and >= 1 and <= 366 } ? (int)value : otherwise;
    }
}
