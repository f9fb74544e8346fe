namespace OneVisit.Local.Year.Books;

/// <summary>Each receipt has its case, each case its receipt.</summary>
internal static class Counting
{
    public static IEnumerable<string> LostOrDoubled(YearBooks books)
    {
        var there = books.Cases.Select(book => book.CaseId).ToHashSet(StringComparer.Ordinal);
        foreach (var lost in books.Receipts.Keys.Where(caseId => !there.Contains(caseId)).Order(StringComparer.Ordinal))
            yield return $"{lost}: promised, and there is no journal";
        foreach (var nobodys in there.Where(caseId => !books.Receipts.ContainsKey(caseId)).Order(StringComparer.Ordinal))
            yield return $"{nobodys}: nobody was told of it";
        foreach (var double_ in books.Files.GroupBy(file => (file.Current.Participant, file.Current.Application.SubmissionId, file.Current.Application.Service)).Where(same => same.Count() > 1))
            yield return $"{string.Join(" and ", double_.Select(file => file.CaseId))}: the same submission for the same service";
        foreach (var other in books.Files.Where(file => books.Receipts.TryGetValue(file.CaseId, out var known) && known.Of.Participant != file.Current.Participant))
            yield return $"{other.CaseId}: it is somebody else's";
    }
}
