using System.ComponentModel.DataAnnotations;

namespace Kpr.Functions.Azure;

/// <summary>Where the register's keys are.</summary>
public sealed class KeyOptions
{
    /// <summary>Path of the key file that stands in for Key Vault on one machine. No default: without keys nothing is taken in.</summary>
    [Required(ErrorMessage = "Setting Kpr__Keys__File is missing: without keys nothing is taken in.")]
    public string File { get; set; } = "";
}
