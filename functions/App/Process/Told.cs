using OneVisit.Contracts;

namespace OneVisit.Functions.Process;

/// <summary>Whether there is a message of that id for somebody.</summary>
internal abstract record Told
{
    public sealed record Here(Notice Notice) : Told;

    /// <summary>There was, and it is not theirs to read any more: the case moved to another conversation, or they act for the household no longer.</summary>
    /// <param name="Instead">The same for who is to hear it now, under ids of their own; empty: for nobody.</param>
    public sealed record NotTheirs(IReadOnlyList<Notice> Instead) : Told
    {
        public NotTheirs() : this([])
        {
        }
    }

    /// <summary>What it was about was erased.</summary>
    public sealed record Erased : Told;

    /// <summary>Nobody wrote it.</summary>
    public sealed record Unknown : Told;

    private Told()
    {
    }
}
