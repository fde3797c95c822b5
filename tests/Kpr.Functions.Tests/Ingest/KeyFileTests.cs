using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>The key file is never made again over data that were sealed with another.</summary>
public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kpr-keys-").FullName;

    private string KeyFile => Path.Combine(_folder, "sub", "keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_system_with_data_and_without_its_keys_does_not_start()
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync("care-events/0301/hendelser.xml", new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        var keys = Path.Combine(Path.GetDirectoryName(test.StateFile)!, "keys");
        var kept = await File.ReadAllBytesAsync(keys);
        File.Delete(keys);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => test.RestartAsync());
        Assert.Contains("is missing. Without it nothing sealed can be opened", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(keys));

        await File.WriteAllBytesAsync(keys, kept);
        await test.RestartAsync();
        await test.AssertTidyAsync();
    }

    [Fact]
    public void New_keys_are_for_their_owner_only_and_never_take_the_place_of_others()
    {
        KeyRingFile.Create(KeyFile);
        var made = File.ReadAllBytes(KeyFile);

        Assert.Throws<IOException>(() => KeyRingFile.Create(KeyFile));
        Assert.Equal(made, File.ReadAllBytes(KeyFile));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeyFile)!));
        Assert.Equal(KeyRingFile.Load(KeyFile).PersonSecret, KeyRingFile.Load(KeyFile).PersonSecret);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("hei")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"Current\":1,\"Keys\":{\"1\":\"AA==\"},\"PersonSecret\":\"AA==\"}")]
    [InlineData("{\"Current\":1,\"Keys\":{\"1\":null},\"PersonSecret\":null}")]
    public void What_is_no_key_file_is_refused_without_telling_its_content(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, content);

        var refused = Assert.Throws<InvalidOperationException>(() => KeyRingFile.Load(KeyFile));
        Assert.Equal($"The file {KeyFile} is not a key file.", refused.Message);
        Assert.Null(refused.InnerException);
    }
}
