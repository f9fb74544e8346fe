using System.Buffers.Text;
using System.Security.Cryptography;

namespace OneVisit.Architecture.Tests;

/// <summary>Nothing that opens a door lies in the repository.</summary>
public sealed class SecretTests
{
    private static readonly string[] NotOurs = [".git", "bin", "obj", "node_modules", ".data", "TestResults", ".vs", ".idea", ".azure", ".pages", "BenchmarkDotNet.Artifacts", "screenshots"];

    private static readonly string[] NoTexts = [".png", ".otf", ".ttf", ".pdf", ".xlsx", ".zip", ".user"];

    // Where, how it begins, and why it may lie there.
    private static readonly (string Path, string Begins, string Reason)[] Allowed =
    [
        ("infra/local/Azurite/AzuriteOptions.cs", "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1", "Azurite's key, the same on every machine and published with it"),
        ("tests/Browser.Tests/SamplePhoto.cs", "iVBORw0KGgoAAAANSUhEUg", "a picture of one point"),
        ("tests/Functions.Tests/Deployments/Recorded/0.1/journals.jsonl", "", "sealed values and look-up hashes of people made up by a test, under its own keys"),
        ("tests/Storage.Tests/OutageTests.cs", "AccountKey=AAAA", "a key of zeros"),
    ];

    [Fact]
    public void No_file_holds_a_secret() => Assert.Empty(
        from found in Found()
        where !Allowed.Any(allowed => allowed.Path == found.Path && found.What.StartsWith(allowed.Begins, StringComparison.Ordinal))
        select $"{found.Path}: {found.Kind} {found.What[..Math.Min(16, found.What.Length)]}…");

    [Fact]
    public void What_is_allowed_is_still_there()
    {
        var found = Found().ToArray();

        Assert.Empty(Allowed.Where(allowed => !found.Any(one => one.Path == allowed.Path && one.What.StartsWith(allowed.Begins, StringComparison.Ordinal))).Select(allowed => $"{allowed.Path} {allowed.Begins}"));
    }

    // Put together here, so that this file holds none.
    public static TheoryData<string, string> Planted()
    {
        var random = SHA512.HashData("a secret that is none"u8);
        var (key, plain) = (Convert.ToBase64String(random), Convert.ToHexString(random));
        return new()
        {
            { "private key", "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE" },
            { "private key", "-----BEGIN " + "PRIVATE KEY-----" },
            { "token", "Authorization: Bearer ey" + "JhbGciOiJIUzI1NiJ9.ey" + "JzdWIiOiJzdGFmZjp4In0." + Base64Url.EncodeToString(random) },
            { "key in a connection string", "DefaultEndpointsProtocol=https;AccountName=x;Account" + "Key=" + key },
            { "key in a connection string", "Endpoint=sb://x/;SharedAccess" + "Key=" + key },
            { "signed address", "https://x.blob/y?sv=2024&" + "sig=" + plain[..44] },
            { "key of a cloud", "abc8" + "Q~" + plain[..34] },
            { "key of a cloud", "LTAI" + "5t" + plain[..18] },
            { "key of a cloud", "AKIA" + plain[..16] },
            { "key of a cloud", "ghp_" + plain[..36] },
            { "password", "{ \"pass" + "word\": \"correct-horse\" }" },
            { "password", "Client" + "Secret = '" + plain[..20] + "'" },
            { "base64 of a key's length", "\"OneVisit__SealingKey\": \"" + Convert.ToBase64String(random[..32]) + "\"" },
            { "base64 of a key's length", "export FRONT=" + Convert.ToBase64String(random[..32]) },
        };
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_secret_that_is_planted_is_found(string kind, string text) => Assert.Contains(Secrets.In("first line\n" + text + "\nlast line"), found => found.Kind == kind);

    [Theory]
    [InlineData("public async Task Who_signed_in_speaks_with_a_signed_staff_id_and_not_with_another1()")]
    [InlineData("[\"integrity\"] = \"sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==\"")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("\"SecretUri=${vault.outputs.uri}secrets/direct-line-secret\"")]
    public void What_only_looks_like_one_is_not(string text) => Assert.Empty(Secrets.In(text));

    private static IEnumerable<(string Path, string Kind, string What)> Found() =>
        from file in Files(new DirectoryInfo(Repository.Root))
        let path = Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/')
        from found in Secrets.In(File.ReadAllText(file.FullName))
        select (path, found.Kind, found.Found);

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFiles().Where(file => !NoTexts.Contains(file.Extension) && file.Name is not (".git" or ".installing" or "local.settings.json"))
        .Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(Files));
}
