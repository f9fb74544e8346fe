using System.Reflection;
using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests.Signatures;

/// <summary>
/// The stand-ins offer nothing that the real packages do not. A member that is missing from the lists is looked up in the real assembly
/// and written there as it is, with its parameters' names, defaults and nullability; one that is not found there is no member.
/// </summary>
public sealed partial class SignatureTests
{
    private static readonly Dictionary<string, string[]> StandsInFor = new()
    {
        ["OneVisit.Local.BotBuilder"] =
        [
            "Microsoft.Bot.Builder", "Microsoft.Bot.Builder.Integration.AspNet.Core", "Microsoft.Bot.Connector", "Microsoft.Bot.Schema", "Microsoft.Rest.ClientRuntime",
        ],
        ["OneVisit.Local.DurableTask"] = ["DurableTask.Core", "Grpc.Core.Api", "Microsoft.DurableTask.Abstractions", "Microsoft.DurableTask.Client"],
        ["OneVisit.Local.FunctionsWorker"] =
        [
            "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Core", "Microsoft.Azure.Functions.Worker.Extensions.Abstractions",
            "Microsoft.Azure.Functions.Worker.Extensions.DurableTask", "Microsoft.Azure.Functions.Worker.Extensions.Http",
            "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "Microsoft.Azure.Functions.Worker.Extensions.Timer",
        ],
    };

    // Types whose public surface is of the real packages say so by their namespace; the runtime's own live in OneVisit.
    private static readonly Dictionary<string, string[]> Offered = StandsInFor.Keys.ToDictionary(
        standIn => standIn,
        standIn => SignaturePrinter.VisibleTypes(Assembly.Load(standIn)).Where(type => type.Namespace?.StartsWith("OneVisit.", StringComparison.Ordinal) != true)
            .SelectMany(SignaturePrinter.LinesOf).ToArray());

    public static TheoryData<string> StandIns() => [.. StandsInFor.Keys];

    public static TheoryData<string, string> Lists()
    {
        TheoryData<string, string> lists = [];
        foreach (var (standIn, reals) in StandsInFor)
            foreach (var real in reals) lists.Add(standIn, real);
        return lists;
    }

    public static TheoryData<string> Reals() => [.. StandsInFor.Values.SelectMany(reals => reals)];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void A_stand_in_offers_only_what_the_real_packages_offer(string standIn) =>
        NoneOf(Offered[standIn].Except(StandsInFor[standIn].SelectMany(SignatureList.Members)));

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_line_of_a_list_is_a_member_of_its_stand_in(string standIn, string real) =>
        NoneOf(SignatureList.Members(real).Except(Offered[standIn]));

    [Theory]
    [MemberData(nameof(Reals))]
    public void A_list_is_in_order_and_has_no_line_twice(string real) =>
        Assert.Equal(SignatureList.Members(real).Distinct().Order(StringComparer.Ordinal), SignatureList.Members(real));

    [Theory]
    [MemberData(nameof(Reals))]
    public void A_list_says_of_which_version_it_is(string real) =>
        Assert.Matches($@"^# {Regex.Escape(real)} \d+\.\d+\.\d+ \(net[\w.]+\), [\w ]+\.$", SignatureList.Source(real));

    [Fact]
    public void Only_the_stand_ins_use_the_names_of_others() =>
        Assert.Empty(
            from source in Repository.Sources("functions", "bot", "infra")
            where ForeignName().IsMatch(source.Text) && !StandsInFor.Keys.Any(standIn => source.Path.StartsWith($"infra/local/{standIn["OneVisit.Local.".Length..]}/", StringComparison.Ordinal))
            select source.Path);

    [Fact]
    public void Every_list_belongs_to_a_stand_in() =>
        Assert.Equal(SignatureList.Assemblies(), StandsInFor.Values.SelectMany(reals => reals).Order(StringComparer.Ordinal));

    // Whole lines, for whoever has to look them up.
    private static void NoneOf(IEnumerable<string> lines) => Assert.True(!lines.Any(), string.Join('\n', lines));

    [GeneratedRegex(@"^namespace (?!OneVisit\b)", RegexOptions.Multiline)]
    private static partial Regex ForeignName();
}
