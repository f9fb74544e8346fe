using System.Reflection;
using OneVisit.Domain.Authority;

namespace OneVisit.Domain.Tests.Authority;

/// <summary>What a lawyer reads is what the program goes by.</summary>
public sealed class ActSheetTests
{
    private const string Command = "dotnet run --project infra/local/Host -- who-may infra/authority.md";

    [Fact]
    public void The_printed_table_is_the_one_in_force()
    {
        var root = typeof(ActSheetTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(note => note.Key == "RepositoryRoot").Value!;

        Assert.True(File.ReadAllText(Path.Combine(root, "infra", "authority.md")) == ActSheet.Print(ActTable.InForce, Command), $"infra/authority.md is not the table any more. Print it anew: {Command}");
    }
}
