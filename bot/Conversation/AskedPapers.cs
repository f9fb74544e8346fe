using System.Collections.Immutable;

namespace OneVisit.Conversation;

/// <summary>Papers that an office asked for in a case: photos that come now are first offered for these.</summary>
public sealed record AskedPapers(string CaseId, ImmutableArray<AskedPaper> Papers);

/// <param name="Name">In the resident's language.</param>
public sealed record AskedPaper(string Code, string Name);
