namespace OneVisit.Domain.Identity;

/// <summary>What came of opening something sealed in a journal. Prints nothing of it.</summary>
public abstract record Opened
{
    public sealed record Clear(string Text) : Opened
    {
        public override string ToString() => nameof(Clear);
    }

    /// <summary>The journal's key was destroyed, by law, or is lost: it cannot be told any more.</summary>
    public sealed record Erased : Opened;

    /// <summary>The text; <c>null</c>: erased.</summary>
    public string? TextOrNull => (this as Clear)?.Text;

    private Opened()
    {
    }
}
