using System.Collections.Immutable;

namespace OneVisit.Domain.Services;

/// <summary>What people say when they mean a service, in their own words.</summary>
public sealed record EverydayWords(ImmutableArray<string> Zh, ImmutableArray<string> En)
{
    public IEnumerable<string> All => Zh.Concat(En);

    public ImmutableArray<string> In(Language language) => language == Language.English ? En : Zh;
}
