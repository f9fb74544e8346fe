namespace OneVisit.Domain.Cases;

/// <summary>
/// The case was erased (删除): who it was about, what they told, what was written and every paper are gone. What is left of the journal is that something happened, when,
/// in which office, and the hashes. Nothing follows after it.
/// </summary>
/// <param name="Rule">Id of the rule of retention by which it was.</param>
/// <param name="Through">The last entry whose content was erased.</param>
public sealed record Erased(string Rule, int Through) : CaseEvent;

/// <summary>The file was handed to the archive (移交档案馆); who noted it stands in the entry.</summary>
/// <param name="Number">Of the archive's receipt.</param>
public sealed record HandedToArchive(string Number) : CaseEvent;

/// <summary>Everything that is kept about the person was put together for them on written request (个人信息查询复制).</summary>
/// <param name="Reason">Why, in the words of who did.</param>
public sealed record Exported([property: SealedInJournal] string Reason) : CaseEvent;
