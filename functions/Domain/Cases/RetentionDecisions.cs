namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>The file went to the archive: noted once, of a closed case that was filed, by who files or reviews for the city.</summary>
    public static Decision NoteArchived(Case current, string? number, Actor by)
    {
        if (current.FiledAt is null)
            return new Decision.Refused(RefusalReason.OutOfOrder);
        if (current.ArchivedAs is not null)
            return Accept(by, []);
        return PlainText.OrNull(number) is { Length: <= Limits.ReasonLongest } plain ? Accept(by, [new HandedToArchive(plain)]) : new Decision.Refused(RefusalReason.ReasonRequired);
    }
}

public sealed partial record Case
{
    /// <summary>The archive's receipt; <c>null</c>: the file was not handed over.</summary>
    public string? ArchivedAs { get; private init; }

    /// <summary>Nothing of it can be read any more.</summary>
    public bool IsErased { get; private init; }
}
