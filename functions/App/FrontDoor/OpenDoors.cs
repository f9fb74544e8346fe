using OneVisit.Functions.Advice;
using OneVisit.Functions.Board;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Issuing;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Statistics;

namespace OneVisit.Functions.FrontDoor;

/// <summary>The functions that anybody may call. All others ask who is there.</summary>
internal static class OpenDoors
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        nameof(ListServices), nameof(FindServices), nameof(ShowService), nameof(AskEligibility), nameof(AskMaterials), nameof(AddWorkingDays), nameof(ReportHealth), nameof(DescribeApi),
        nameof(TakeComplaint), nameof(ShowComplaint), nameof(ListRatingGrades), nameof(VerifyPaper),
        nameof(ListNoticePlaces), nameof(ShowTownshipNotices), nameof(ShowVillageNotices), nameof(TakeObjection), nameof(ShowObjection),
        // It shows the platform's key.
        nameof(TakeEvents),
        nameof(ShowOpenStatistics),
    };

    public static bool Contain(string function) => Names.Contains(function);
}
