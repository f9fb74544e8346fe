using System.Text.RegularExpressions;
using System.Xml.Linq;
using OneVisit.Architecture.Tests.Deployment;

namespace OneVisit.Architecture.Tests;

/// <summary>Nothing that is deployed lets anybody in for saying who they are. The demo does, and stays on this machine.</summary>
public sealed partial class SignInTests
{
    private const string Azure = "infra/azure/OneVisit.Azure.slnx";

    [Fact]
    public void The_product_gives_nobody_a_session_by_itself() =>
        Assert.Empty(Repository.Sources("functions", "bot").Where(source => GivesSession().IsMatch(source.Text)).Select(source => source.Path));

    [Fact]
    public void Who_somebody_is_comes_from_the_tenants_sign_in_alone()
    {
        Assert.Equal(["bot/App/Sessions/EntraSessions.cs"], Repository.Sources("functions", "bot").Where(source => MakesSomebody().IsMatch(source.Text)).Select(source => source.Path));
        Assert.Equal(["bot/App/Sessions/EntraSignIn.cs"], Repository.Sources("functions", "bot").Where(source => source.Text.Contains("EntraSessions.Of(", StringComparison.Ordinal)).Select(source => source.Path));
    }

    [Fact]
    public void What_is_built_for_Azure_reaches_nothing_of_the_local_runtime()
    {
        var projects = Deployed();

        Assert.Contains("functions/App/FunctionsApp", projects);
        Assert.Contains("bot/App/BotApp", projects);
        Assert.DoesNotContain(projects, project => project.StartsWith("infra/", StringComparison.Ordinal) || project.StartsWith("tests/", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_built_for_Azure_takes_no_file_of_the_local_runtime() => Assert.DoesNotContain(
        Deployed().SelectMany(project => XDocument.Load(Path.Combine(Repository.Root, project + ".csproj")).Descendants().Attributes()).Select(attribute => attribute.Value.Replace('\\', '/')),
        value => value.Contains("infra/local", StringComparison.Ordinal));

    [Fact]
    public void No_deployment_says_where_one_could_choose_who_one_is() =>
        Assert.All(Bicep.Files(), file => Assert.DoesNotContain("StaffSignIn", Bicep.Read(file), StringComparison.Ordinal));

    // From the solution along every reference.
    private static HashSet<string> Deployed()
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, Azure))!;
        var open = new Queue<string>(XDocument.Load(Path.Combine(Repository.Root, Azure)).Descendants("Project").Select(project => Path.ChangeExtension(
            Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(folder, project.Attribute("Path")!.Value))).Replace('\\', '/'), null)));
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var project))
        {
            if (!found.Add(project))
                continue;
            foreach (var next in Repository.ReferencesOf(project))
                open.Enqueue(next);
        }
        return found;
    }

    [GeneratedRegex(@"\bSignInAsync\b|\bSignInStaff")]
    private static partial Regex GivesSession();

    [GeneratedRegex(@"new ClaimsPrincipal\(|new ClaimsIdentity\(|new GenericPrincipal\(")]
    private static partial Regex MakesSomebody();
}
