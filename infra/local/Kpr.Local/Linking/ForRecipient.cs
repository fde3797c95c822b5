using Kpr.Core.Extracts.Package.Encryption;

namespace Kpr.Local.Linking;

/// <summary>Encrypts the files of a folder to a recipient, each for itself, in constant memory.</summary>
internal static class ForRecipient
{
    /// <summary>Encrypts them.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(string from, string certificate, string folder, TimeProvider clock, CommandOutput output, CancellationToken cancellationToken)
    {
        var reading = RecipientCertificate.Read(await File.ReadAllBytesAsync(certificate, cancellationToken), clock.GetUtcNow());
        if (reading.Certificate is null)
        {
            output.Error.WriteLine(reading.Fault!.Message);
            return ExitCode.Usage;
        }

        using var recipient = reading.Certificate.Open();
        var files = Directory.GetFiles(from).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            await using var content = File.OpenRead(file);
            await using var target = PrivateFile.Create(Path.Combine(folder, Path.GetFileName(file) + CmsEnvelope.Extension));
            await CmsEnvelope.EncryptAsync(content, target, recipient, cancellationToken);
        }

        output.Out.WriteLine($"{files.Count} filer kryptert til {reading.Certificate.Subject}, sertifikat {reading.Certificate.Sha256}");
        return files.Count > 0 ? ExitCode.Good : ExitCode.JudgedBad;
    }
}
